import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chown } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it, mock } from 'node:test';
import { promisify } from 'node:util';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { findExecutable } from '../../scripts/support/executables.js';
import { type PostgresServer, startPostgres } from '../../scripts/support/postgres.js';
import { makeScratch, removeScratch } from '../../scripts/support/scratch.js';
import { serverUser } from '../../scripts/support/server-user.js';
import { clientConnection, type DatabaseAccess } from '../../src/platform/database/connection.js';
import { dataSourceOptions } from '../../src/platform/database/data-source.js';
import { migrate } from '../../src/platform/database/migrate.js';

const openssl = findExecutable('openssl');

/** Made up; what is signed with them opens nothing. */
const CREDENTIALS = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'example', AWS_REGION: 'eu-west-1' };

async function whoAmI(access: DatabaseAccess): Promise<{ user: string; tls: boolean }> {
  const client = new pg.Client(clientConnection(access));
  await client.connect();
  try {
    const { rows } = await client.query<{ user: string; tls: boolean }>(
      'SELECT current_user AS user, ssl AS tls FROM pg_stat_ssl WHERE pid = pg_backend_pid()',
    );
    return rows[0]!;
  } finally {
    await client.end();
  }
}

describe('the way into the database', () => {
  let postgres: PostgresServer;
  let scratch: string;
  let owner: pg.Client;
  const given = { ...process.env };

  const urlOf = (user: string): string => {
    const url = new URL(postgres.url);
    [url.username, url.password] = [user, ''];
    return url.href;
  };

  before(async () => {
    Object.assign(process.env, CREDENTIALS);
    scratch = await makeScratch('database-access');
    postgres = await startPostgres({ ephemeral: true });
    owner = new pg.Client({ connectionString: postgres.url });
    await owner.connect();
  });
  after(async () => {
    process.env = given;
    await owner.end();
    await postgres.stop();
    await removeScratch(scratch);
  });

  it('is a token of AWS for each connection, signed here for this server and this role', async () => {
    // The token of one second, so that the server can be told to expect it.
    mock.timers.enable({ apis: ['Date'], now: Date.UTC(2026, 10, 26) });
    try {
      const access = { DATABASE_URL: urlOf('presente_app'), DATABASE_AUTH: 'aws-iam' } as const;
      const { password } = clientConnection(access) as { password: () => Promise<string> };
      const token = await password();
      assert.match(token, new RegExp(`^127\\.0\\.0\\.1:${postgres.port}/\\?Action=connect&DBUser=presente_app&`));
      assert.match(token, /X-Amz-Expires=900&/);
      assert.match(token, /%2Feu-west-1%2Frds-db%2Faws4_request&/);
      await owner.query(`CREATE ROLE presente_app LOGIN PASSWORD ${pg.escapeLiteral(token)}`);
      assert.equal((await whoAmI(access)).user, 'presente_app');
      const dataSource = await new DataSource(dataSourceOptions({ ...access, DATABASE_POOL: 2 }, 'spec')).initialize();
      assert.deepEqual(await dataSource.query('SELECT current_user AS user'), [{ user: 'presente_app' }]);
      await dataSource.destroy();
      mock.timers.tick(1_000);
      await assert.rejects(whoAmI(access), { code: '28P01' });
    } finally {
      mock.timers.reset();
    }
  });

  it('is PGPASSWORD, where the URL has none', async () => {
    const { password } = new URL(postgres.url);
    await assert.rejects(migrate({ DATABASE_URL: urlOf('presente'), DATABASE_POOL: 2 }));
    process.env['PGPASSWORD'] = decodeURIComponent(password);
    try {
      const ran = await migrate({ DATABASE_URL: urlOf('presente'), DATABASE_POOL: 2 });
      assert.ok(ran.length > 10);
    } finally {
      delete process.env['PGPASSWORD'];
    }
  });

  it('is made by the migrations for who runs the program, again and again, and with IAM where RDS is', async () => {
    const access = { DATABASE_URL: postgres.url, DATABASE_POOL: 2, DATABASE_APP_ROLE: 'presente_other' };
    assert.deepEqual(await migrate(access), []);
    await owner.query('CREATE ROLE rds_iam');
    assert.deepEqual(await migrate(access), []);
    const { rows } = await owner.query(
      `SELECT pg_has_role('presente_other', 'rds_iam', 'USAGE') AS iam,
         has_table_privilege('presente_other', 'persons', 'DELETE') AS rows,
         has_sequence_privilege('presente_other', 'log_line_ids', 'USAGE') AS numbers,
         has_table_privilege('presente_other', 'audit_events', 'UPDATE') AS history,
         has_table_privilege('presente_other', 'migrations', 'INSERT') AS schema,
         has_schema_privilege('presente_other', 'public', 'CREATE') AS tables`,
    );
    assert.deepEqual(rows, [{ iam: true, rows: true, numbers: true, history: false, schema: false, tables: false }]);
  });

  describe('over TLS', { skip: openssl === undefined && 'there is no openssl here' }, () => {
    const file = (name: string) => path.join(scratch, name);

    before(async () => {
      const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '2', '-nodes'];
      const make = (name: string) =>
        promisify(execFile)('openssl', [
          ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', ...subject],
          ...['-keyout', file(`${name}.key`), '-out', file(`${name}.pem`)],
        ]);
      await Promise.all([make('server'), make('stranger')]);
      const user = serverUser();
      if (user !== undefined)
        for (const name of ['server.key', 'server.pem']) await chown(file(name), user.uid, user.gid);
      await owner.query(`ALTER SYSTEM SET ssl_cert_file = '${file('server.pem')}'`);
      await owner.query(`ALTER SYSTEM SET ssl_key_file = '${file('server.key')}'`);
      await owner.query('ALTER SYSTEM SET ssl = on');
      await owner.query('SELECT pg_reload_conf()');
    });

    it('leads to the server whose certificate the given authority signed', async () => {
      const access = { DATABASE_URL: postgres.url, DATABASE_CA: file('server.pem') };
      assert.deepEqual(await whoAmI(access), { user: 'presente', tls: true });
    });

    for (const [authority, choice] of [
      ['another authority', () => file('stranger.pem')],
      ['those of RDS', () => 'aws-rds'],
    ] as const) {
      it(`leads to none whose certificate ${authority} did not sign`, async () => {
        await assert.rejects(whoAmI({ DATABASE_URL: postgres.url, DATABASE_CA: choice() }), /self-signed certificate/);
      });
    }
  });
});
