import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type Environment } from '../../src/config/env.js';
import { withDatabase } from '../support/database-client.js';
import { Digest } from './digest.js';
import { type BackedUpTable, type Manifest, manifestFile, namesOfKeys, tableFile } from './manifest.js';
import { COPYING, type DatabaseTable, inOrder, quoted, readTables } from './schema-reader.js';

interface Facts {
  readonly at: Date;
  readonly postgres: string;
  readonly sequence: string;
  readonly hash: string;
  readonly migrations: string[];
  readonly keks: string[];
}

const FACTS = `
  SELECT now() AS at, current_setting('server_version') AS postgres, sequence::text, encode(hash, 'hex') AS hash,
    ARRAY(SELECT name::text FROM migrations ORDER BY id) AS migrations,
    ARRAY(SELECT DISTINCT kek_id FROM data_keys ORDER BY kek_id) AS keks
  FROM audit_head`;

/**
 * Writes the database as it is at one moment, while others go on writing: one transaction sees all of it. The folder has its
 * name when it is whole, and not before.
 */
export async function writeBackup(settings: Environment, folder: string): Promise<Manifest> {
  const unfinished = `${folder}.part`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  return withDatabase(settings, async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query(COPYING);
    const facts = (await client.query<Facts>(FACTS)).rows[0];
    if (facts === undefined) throw new Error('The audit has no head.');
    const tables: BackedUpTable[] = [];
    for (const table of inOrder(await readTables(client))) tables.push(await writeTable(client, table, unfinished));
    const { at, postgres, sequence, hash, migrations, keks } = facts;
    const manifest: Manifest = {
      format: 'presente-backup-1',
      madeAt: at.toISOString(),
      institution: settings.INSTITUTION,
      postgres,
      migrations,
      audit: { sequence, hash },
      keys: { ...namesOfKeys(settings), encryption: keks },
      tables,
    };
    await writeFile(manifestFile(unfinished), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
    await rename(unfinished, folder);
    return manifest;
  }).catch(async (error: unknown) => {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  });
}

async function writeTable(client: pg.ClientBase, table: DatabaseTable, folder: string): Promise<BackedUpTable> {
  const { name, columns } = table;
  const rows = client.query(copyTo(`COPY "${name}" (${quoted(columns)}) TO STDOUT`));
  const digest = new Digest();
  const file = createWriteStream(tableFile(folder, name), { mode: 0o600, flush: true });
  await pipeline(rows, createGzip({ level: 3 }), digest, file);
  return { name, columns: [...columns], rows: rows.rowCount, bytes: digest.bytes, sha256: digest.sha256() };
}
