import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { DataSource } from 'typeorm';
import { type Environment } from '../../src/config/env.js';
import { dataSourceOptions } from '../../src/platform/database/data-source.js';
import { migrations } from '../../src/platform/database/migrations/index.js';
import { Digest } from '../backup/digest.js';
import { type BackedUpTable, type Manifest, tableFile } from '../backup/manifest.js';
import { COPYING, quoted, readTables } from '../backup/schema-reader.js';
import { withDatabase } from '../support/database-client.js';
import { OperatorError } from '../support/operator-error.js';

/**
 * Makes the tables as they were when the backup was made, by the migrations of that time, and fills them in one transaction:
 * all of it or nothing. Needs the owner of the tables, no superuser.
 * @throws OperatorError when the database is not empty, or this version of Presente doesn't know the backup's
 */
export async function loadBackup(settings: Environment, folder: string, manifest: Manifest): Promise<void> {
  const count = manifest.migrations.length;
  const known = migrations.slice(0, count);
  if (known.length < count || known.some(({ name }, place) => name !== manifest.migrations[place]))
    throw new OperatorError(
      `The backup is of another or a newer version of Presente (${manifest.migrations.at(-1)}): restore it with that one.`,
    );
  const options = { ...dataSourceOptions({ ...settings, DATABASE_POOL: 2 }, 'presente-restore'), migrations: known };
  const dataSource = await new DataSource(options).initialize();
  try {
    await requireEmpty(dataSource);
    await dataSource.runMigrations();
    await fill(settings, folder, manifest).catch(async (error: unknown) => {
      for (const _ of known) await dataSource.undoLastMigration();
      throw error;
    });
  } finally {
    await dataSource.destroy();
  }
}

async function requireEmpty(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    const used =
      (await runner.hasTable('migrations')) &&
      ((await runner.query('SELECT FROM migrations LIMIT 1')) as unknown[]).length > 0;
    if (used) throw new OperatorError('There is something in the database already: a backup goes into an empty one.');
  } finally {
    await runner.release();
  }
}

interface Trigger {
  readonly table: string;
  readonly name: string;
  /** As in `pg_trigger.tgenabled`. */
  readonly enabled: 'O' | 'A' | 'R' | 'D';
}

const TRIGGERS = `
  SELECT relname AS "table", tgname AS name, tgenabled AS enabled
  FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
  WHERE NOT tgisinternal AND relnamespace = 'public'::regnamespace`;

/** What the triggers refuse, such as a change of the audit, is right here; what the constraints refuse is not. */
async function fill(settings: Environment, folder: string, { tables }: Manifest): Promise<void> {
  await withDatabase(settings, async (client) => {
    await client.query('BEGIN');
    await client.query(COPYING);
    const triggers = (await client.query<Trigger>(TRIGGERS)).rows;
    for (const { table, name } of triggers) await client.query(`ALTER TABLE "${table}" DISABLE TRIGGER "${name}"`);
    const all = (await readTables(client)).map(({ name }) => name).filter((name) => name !== 'migrations');
    await client.query(`TRUNCATE ${quoted(all)}`); // The migrations put some rows there.
    for (const table of tables) await fillTable(client, folder, table);
    for (const { table, name, enabled } of triggers) {
      const how = enabled === 'A' ? 'ENABLE ALWAYS' : 'ENABLE';
      await client.query(`ALTER TABLE "${table}" ${how} TRIGGER "${name}"`);
    }
    await client.query('COMMIT');
    await client.query('ANALYZE');
  });
}

async function fillTable(client: pg.ClientBase, folder: string, table: BackedUpTable): Promise<void> {
  const { name, columns, rows, sha256 } = table;
  const digest = new Digest();
  const into = client.query(copyFrom(`COPY "${name}" (${quoted(columns)}) FROM STDIN`));
  const file = tableFile(folder, name);
  await pipeline(createReadStream(file), digest, createGunzip(), into).catch((error: unknown) => {
    if (error instanceof pg.DatabaseError) throw error;
    throw new OperatorError(`${file} is missing or damaged: ${error instanceof Error ? error.message : String(error)}`);
  });
  if (digest.sha256() !== sha256 || into.rowCount !== rows)
    throw new OperatorError(`${file} is not what the manifest says: it was damaged or changed.`);
}
