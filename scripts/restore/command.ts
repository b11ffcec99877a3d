import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { type Environment } from '../../src/config/env.js';
import { AfterRestore, type CaughtUp, type Ends, endsSchema } from '../../src/modules/privacy/index.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { RestoreModule } from '../../src/restore.module.js';
import { ENDS, type Manifest, missingKeys, parsedJson, readManifest } from '../backup/manifest.js';
import { FORGOTTEN_IN_COPIES } from '../backup/tables.js';
import { withDatabase } from '../support/database-client.js';
import { OperatorError } from '../support/operator-error.js';
import { problemsWith } from './check-copy.js';
import { loadBackup } from './load-backup.js';
import { withOwnDatabase } from './own-database.js';

/** `restore [--from BACKUP] [--ends FILE]`: ends with 1 when the copy is not as it should be. */
export async function restoreCommand(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { from: { type: 'string' }, ends: { type: 'string' } } });
  const { from, ends: endsFile } = values;
  if (from === undefined && endsFile === undefined)
    throw new OperatorError(
      '--from BACKUP is needed; or --ends FILE alone, for a copy that was put back by other means.',
    );
  const started = performance.now();
  const ends = await readEnds(endsFile, from);
  const manifest = from === undefined ? undefined : await readManifest(from);
  await withOwnDatabase(async (settings) => {
    if (manifest !== undefined && from !== undefined) await putBack(settings, from, manifest);
    else await forget(settings);
    await catchUp(settings, ends);
    const problems = await problemsWith(settings, ends, manifest?.audit.hash);
    for (const problem of problems) say(`✘ ${problem}`);
    if (problems.length > 0) process.exitCode = 1;
    else say('✔ The audit is whole, and nobody is there who was erased.');
  });
  if (manifest !== undefined) say(lossOf(manifest, ends));
  say(`RTO: it took ${((performance.now() - started) / 1_000).toFixed(1)} s from the command to here.`);
}

async function putBack(settings: Environment, from: string, manifest: Manifest): Promise<void> {
  if (settings.INSTITUTION !== manifest.institution)
    throw new OperatorError(`INSTITUTION is ${settings.INSTITUTION}; the backup is of ${manifest.institution}.`);
  const missing = missingKeys(manifest, settings);
  if (missing.length > 0)
    throw new OperatorError(
      `${missing.join(', ')}: not the keys of this backup. Without them nothing in it can be read: put back those that you kept apart.`,
    );
  await loadBackup(settings, from, manifest);
  const rows = manifest.tables.reduce((total, table) => total + table.rows, 0);
  say(`✔ ${manifest.tables.length} tables with ${rows} rows are back, as they were at ${manifest.madeAt}.`);
  const newer = await migrate(settings);
  if (newer.length > 0) say(`✔ Migrated to this version: ${newer.join(', ')}.`);
}

/** A snapshot of a disk holds what a backup leaves out. */
async function forget(settings: Environment): Promise<void> {
  await migrate(settings);
  await withDatabase(settings, async (client) => {
    for (const table of FORGOTTEN_IN_COPIES) await client.query(`DELETE FROM "${table}"`);
  });
  say('✔ Sessions, codes and counts of the copy are forgotten: everybody signs in anew.');
}

async function catchUp(settings: Environment, ends: Ends | undefined): Promise<void> {
  const app = await NestFactory.createApplicationContext(RestoreModule.forRoot(settings), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  try {
    const after = app.get(AfterRestore);
    await after.openOneOfEach();
    await after.record(ends?.audit.sequence);
    if (ends === undefined)
      say(`! Without ${ENDS} what was erased, withdrawn or revoked after the backup lives again: do it again by hand.`);
    else say(`✔ Ended again, of what had ended by ${ends.at}: ${sentenceOf(await after.catchUp(ends))}.`);
    const overdue = await after.applyRetention();
    if (overdue > 0) throw new OperatorError(`${overdue} rows are kept too long, and could not be ended: see above.`);
    say('✔ What was past its time is gone: nothing is overdue.');
  } finally {
    await app.close();
  }
}

async function readEnds(given: string | undefined, from: string | undefined): Promise<Ends | undefined> {
  const file = given ?? path.join(from ?? '', '..', ENDS);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) {
    if (given !== undefined) throw new OperatorError(`${file} can't be read.`);
    return undefined;
  }
  const ends = endsSchema.safeParse(parsedJson(text));
  if (!ends.success) throw new OperatorError(`${file} is not what "npm run backup" writes.`);
  return ends.data;
}

const sentenceOf = ({ erasures, withdrawals, credentials, devices, users }: CaughtUp): string =>
  `${erasures} persons erased, ${withdrawals} consents withdrawn, ${credentials} credentials and ${devices} devices revoked, ${users} users who may do less`;

function lossOf({ madeAt, audit }: Manifest, ends: Ends | undefined): string {
  const age = `RPO: what came after ${madeAt} is lost, ${seconds(Date.now() - Date.parse(madeAt))} s until now`;
  if (ends === undefined) return `${age}.`;
  const events = Math.max(0, Number(ends.audit.sequence) - Number(audit.sequence));
  return `${age}; ${events} events of the audit that ${ENDS} knows of.`;
}

const seconds = (milliseconds: number): string => (milliseconds / 1_000).toFixed(0);

const say = (line: string) => void process.stdout.write(`${line}\n`);
