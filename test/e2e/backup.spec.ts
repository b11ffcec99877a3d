import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import type pg from 'pg';
import { verifyAudit } from '../../scripts/audit/verify-audit.js';
import { readManifest, tableFile } from '../../scripts/backup/manifest.js';
import { readTables } from '../../scripts/backup/schema-reader.js';
import { LEFT_OUT } from '../../scripts/backup/tables.js';
import { ApiClient } from '../../scripts/client/api-client.js';
import { Desk } from '../../scripts/client/desk.js';
import { leftovers } from '../../scripts/erasure/leftovers.js';
import { withDatabase } from '../../scripts/support/database-client.js';
import { freshSecrets } from '../../scripts/launcher/secrets.js';
import { type PostgresServer, startPostgres } from '../../scripts/support/postgres.js';
import { makeScratch, removeScratch } from '../../scripts/support/scratch.js';
import { readEnvironment } from '../../src/config/env.js';
import { ErasureReceipts } from '../../src/modules/privacy/index.js';
import { AuditSeal } from '../../src/platform/audit/audit-seal.js';
import { frames, type Frames } from '../support/frames.js';
import { runScript } from '../support/script.js';
import { createDatabase, type TestDatabase, withoutPostgres } from '../support/servers.js';
import { type RunningProcess, startApi, startStack, type Stack } from '../support/stack.js';

const PAGE = '{ persons(first: 100) { nodes { displayName } } }';

describe('backup and restore', { skip: withoutPostgres }, () => {
  let database: TestDatabase;
  /** Another server, where the copy is put back. */
  let elsewhere: PostgresServer;
  let scratch: string;
  let faces: Frames;
  let stack: Stack;
  let desk: Desk;
  let restored: Stack | undefined;
  let withOtherKeys: RunningProcess | undefined;
  let checkpointId: string;
  let folder: string;
  let receipt: string;
  const people: Record<string, { personId: string; card: string }> = {};

  before(async () => {
    [database, elsewhere, scratch, faces] = await Promise.all([
      createDatabase(),
      startPostgres({ ephemeral: true }),
      makeScratch('backup-spec'),
      frames(),
    ]);
    stack = await startStack({ databaseUrl: database.url, settings: { VALIDATIONS_PER_MINUTE: '10000' } });
    desk = new Desk(await ApiClient.signIn(stack.api.url, stack.admin));
    checkpointId = await desk.checkpoint();
    for (const name of ['Ada', 'Berta', 'Carla', 'Dora'])
      people[name] = await desk.enrol(faces.genuine, `${name} Nombre`);
  });
  after(async () => {
    await stack.stop();
    await Promise.all([restored?.stop(), stopOther()]);
    await elsewhere.stop();
    await database.drop();
    await removeScratch(scratch);
  });

  const stopOther = async () => {
    withOtherKeys?.kill('SIGTERM');
    await withOtherKeys?.ended;
  };
  const of = (name: string) => people[name] ?? assert.fail(name);
  const there = () => ({ ...stack.environment, DATABASE_URL: elsewhere.url });
  const run = (name: string, args: string[], environment = there()) => runScript(name, args, environment);
  const access = () => ({ DATABASE_URL: elsewhere.url });
  const ask = <Row extends pg.QueryResultRow>(sql: string, parameters: unknown[] = []): Promise<Row[]> =>
    withDatabase(access(), async (client) => (await client.query<Row>(sql, parameters)).rows);

  it('leaves out what is in no list by mistake: nothing that is kept refers to it, and no unlogged table is kept', async () => {
    const tables = await withDatabase({ DATABASE_URL: database.url }, readTables);
    const leftOut = Object.keys(LEFT_OUT);
    assert.deepEqual(
      leftOut.filter((name) => !tables.some((table) => table.name === name)),
      [],
    );
    const kept = tables.filter(({ name }) => !leftOut.includes(name));
    assert.deepEqual(
      kept.filter(({ refersTo }) => refersTo.some((name) => leftOut.includes(name))),
      [],
    );
    const unlogged = await database.query<{ relname: string }>(
      `SELECT relname FROM pg_class WHERE relpersistence = 'u' AND relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    );
    assert.deepEqual(
      unlogged.filter(({ relname }) => !leftOut.includes(relname)),
      [],
    );
  });

  it('is made while people are validated, none of whom notices', async () => {
    await database.query(
      `INSERT INTO validation_attempts (id, checkpoint_id, credential_id, person_id, state, reason, model_id, model_version,
         comparison_score, threshold, opened_by, correlation_id, created_at, deadline_at, finished_at)
       SELECT gen_random_uuid(), checkpoint_id, credential_id, person_id, 'ACCEPTED', 'MATCH', 'm', '1', 0.73, 0.41, opened_by, 'old',
         old.at, old.at, old.at
       FROM credentials AS credential, (SELECT now() - interval '400 days' AS at) AS old,
         (SELECT id AS checkpoint_id, created_by AS opened_by FROM checkpoints) AS checkpoint,
         LATERAL (SELECT credential.id AS credential_id) AS its
       WHERE person_id = $1`,
      [of('Ada').personId],
    );
    let over = false;
    const results: string[] = [];
    const validating = (async () => {
      do results.push((await desk.validate(checkpointId, of('Ada').card, [faces.probe])).state);
      while (!over);
    })();
    await sleep(300);
    const backup = await run('backup/main', ['--to', scratch], { ...stack.environment, DATABASE_URL: database.url });
    over = true;
    await validating;
    assert.equal(backup.code, 0, backup.output);
    assert.deepEqual(new Set(results), new Set(['ACCEPTED']));
    const name = (await readdir(scratch)).find((file) => file.startsWith('presente-'));
    folder = path.join(scratch, name ?? assert.fail(backup.output));
    process.stdout.write(`# ${backup.output.trimEnd().replaceAll('\n', '\n# ')}\n`);
  });

  it('holds no name, no address of a picture, and none of what is left out', async () => {
    const { tables, keys } = await readManifest(folder);
    assert.deepEqual(
      tables.filter(({ name }) => Object.hasOwn(LEFT_OUT, name)),
      [],
    );
    assert.ok(tables.find(({ name }) => name === 'templates')?.rows === 4);
    assert.equal(keys.encryption.length, 1);
    for (const { name } of tables) {
      const text = gunzipSync(await readFile(tableFile(folder, name))).toString('latin1');
      assert.ok(!text.includes('Nombre'), name);
    }
  });

  it('notes what ends afterwards in a file that is written often', async () => {
    receipt = (await desk.erase(of('Berta').personId)).token;
    await desk.withdraw(of('Carla').personId);
    await desk.client.ask(
      `mutation ($input: IssueCredentialInput!) { issueCredential(input: $input) { credential { id } } }`,
      {
        input: { personId: of('Dora').personId, idempotencyKey: crypto.randomUUID() },
      },
    );
    await desk.register('Eva Nombre');
    const ends = await run('backup/main', ['--to', scratch, '--ends-only'], {
      ...stack.environment,
      DATABASE_URL: database.url,
    });
    assert.equal(ends.code, 0, ends.output);
    const noted = await readFile(path.join(scratch, 'ends.json'), 'utf8');
    assert.ok(!noted.includes('Nombre') && !noted.includes('@'), 'ids, times and receipts');
  });

  it('is not put back without its keys, nor when it was damaged', async () => {
    const { DATABASE_PASSWORD: _, ...otherKeys } = freshSecrets();
    const refused = await run('restore/main', ['--from', folder], { ...there(), ...otherKeys });
    assert.equal(refused.code, 1);
    assert.match(
      refused.output,
      /KEY_ENCRYPTION_KEY, BLIND_INDEX_KEY, CREDENTIAL_KEY, ERASURE_RECEIPT_KEY: not the keys of this backup/,
    );

    const file = tableFile(folder, 'persons');
    const whole = await readFile(file);
    await writeFile(file, Buffer.concat([whole.subarray(0, -9), randomBytes(9)]));
    const damaged = await run('restore/main', ['--from', folder]);
    await writeFile(file, whole);
    assert.equal(damaged.code, 1);
    assert.match(damaged.output, /persons\.copy\.gz is (missing or damaged|not what the manifest says)/);
    assert.deepEqual(await ask('SELECT * FROM migrations'), [], 'nothing of it is left');
  });

  it('is put back on another server: erased, withdrawn and revoked again, and what is past its time is gone', async () => {
    const restore = await run('restore/main', ['--from', folder]);
    process.stdout.write(`# ${restore.output.trimEnd().replaceAll('\n', '\n# ')}\n`);
    assert.equal(restore.code, 0, restore.output);
    assert.match(restore.output, /1 persons erased, 1 consents withdrawn, 1 credentials and 0 devices revoked/);
    assert.match(restore.output, /RPO: .* s until now; [1-9]\d* events of the audit/);
    assert.match(restore.output, /RTO: it took [\d.]+ s/);
    assert.deepEqual(
      await ask(
        `SELECT person_id, comparison_score FROM validation_attempts WHERE created_at < now() - interval '399 days'`,
      ),
      [{ person_id: null, comparison_score: null }],
    );
    assert.deepEqual(await ask(`SELECT action FROM audit_events WHERE action = 'BACKUP_RESTORED'`), [
      { action: 'BACKUP_RESTORED' },
    ]);
  });

  it('has its proofs: the chain with the head of the backup, and the receipt of who was erased after it', async () => {
    const { audit } = await readManifest(folder);
    const settings = readEnvironment(there());
    const seal = new AuditSeal(settings.BLIND_INDEX_KEY);
    const report = await withDatabase(access(), (client) => verifyAudit(client, seal, audit.hash));
    assert.ok(report.whole && report.events > Number(audit.sequence));
    const claims = (await new ErasureReceipts(settings).read(receipt)) ?? assert.fail('no receipt');
    assert.deepEqual(
      (await withDatabase(access(), (client) => leftovers(client, claims))).filter(({ count }) => count > 0),
      [],
    );
    const [kept] = await ask<{ token: string }>('SELECT token FROM erasure_receipts WHERE person_id = $1', [
      of('Berta').personId,
    ]);
    assert.equal(kept?.token, receipt);
  });

  it('works with an API and a worker on it: who was enrolled is validated, who had ended is not', async () => {
    await stack.stop();
    const KEY_ENCRYPTION_KEY = randomBytes(32).toString('base64');
    [restored, withOtherKeys] = await Promise.all([
      startStack({ databaseUrl: elsewhere.url, settings: there() }),
      startApi(there(), { KEY_ENCRYPTION_KEY }),
    ]);
    const token = desk.client.token ?? '';
    assert.equal(
      await new ApiClient(restored.api.url, token).errorCode(PAGE),
      'UNAUTHENTICATED',
      'sessions are not kept',
    );
    const here = new Desk(await ApiClient.signIn(restored.api.url, stack.admin));
    assert.equal((await here.validate(checkpointId, of('Ada').card, [faces.probe])).state, 'ACCEPTED');
    const reasonOf = async (name: string) => (await here.open(checkpointId, of(name).card)).attempt.reason;
    assert.deepEqual(
      [await reasonOf('Berta'), await reasonOf('Carla'), await reasonOf('Dora')],
      ['CREDENTIAL_REVOKED', 'CONSENT_MISSING', 'CREDENTIAL_REVOKED'],
    );
    const { persons } = await here.client.ask<{ persons: { nodes: { displayName: string }[] } }>(PAGE);
    assert.deepEqual(
      persons.nodes.map(({ displayName }) => displayName),
      ['Dora Nombre', 'Carla Nombre', 'Ada Nombre'],
    );
    const { retention } = await here.client.ask<{ retention: { overdue: number }[] }>('{ retention { overdue } }');
    assert.ok(retention.every(({ overdue }) => overdue === 0));
  });

  it('gives nothing to an API with other keys', async () => {
    const client = await ApiClient.signIn(withOtherKeys?.url ?? '', stack.admin);
    assert.equal(await client.errorCode(PAGE), 'INTERNAL');
  });

  it('catches up in a copy that was put back by other means, whose sessions it forgets', async () => {
    await Promise.all([restored?.stop(), stopOther()]);
    const ends = path.join(scratch, 'ends.json');
    const alone = await run('restore/main', ['--ends', ends]);
    assert.equal(alone.code, 0, alone.output);
    assert.match(alone.output, /0 persons erased, 0 consents withdrawn, 0 credentials/);
    assert.deepEqual(await ask('SELECT id FROM sessions'), []);
  });
});
