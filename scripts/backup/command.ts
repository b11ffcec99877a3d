import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { DataSource } from 'typeorm';
import { type Environment } from '../../src/config/env.js';
import { type Ends, endsSchema, EndsRepository } from '../../src/modules/privacy/index.js';
import { dataSourceOptions } from '../../src/platform/database/data-source.js';
import { Database } from '../../src/platform/database/database.js';
import { validated } from '../launcher/settings.js';
import { installedSettings } from '../support/installed-settings.js';
import { OperatorError } from '../support/operator-error.js';
import { wholeNumber } from '../support/whole-number.js';
import { ENDS } from './manifest.js';
import { writeBackup } from './write-backup.js';

const NAME = /^presente-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;
const DAY_MS = 24 * 3_600_000;

/** `backup --to FOLDER [--keep DAYS] [--ends-only]`. */
export async function backupCommand(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { to: { type: 'string' }, keep: { type: 'string' }, 'ends-only': { type: 'boolean', default: false } },
  });
  if (values.to === undefined) throw new OperatorError('--to FOLDER is needed, on another disk than the database.');
  const keep = values.keep === undefined ? undefined : wholeNumber('--keep', values.keep);
  const settings = validated(await installedSettings());
  await mkdir(values.to, { recursive: true, mode: 0o700 });
  if (!values['ends-only']) await backUp(settings, values.to);
  const ends = await writeEnds(settings, values.to);
  say(`${ENDS}: ${endsOf(ends)}. Written often, it keeps what has ended from living again.`);
  if (keep !== undefined) await prune(values.to, Date.now() - keep * DAY_MS);
}

async function backUp(settings: Environment, to: string): Promise<void> {
  const started = performance.now();
  const folder = path.join(to, `presente-${new Date().toISOString().replaceAll(/[-:]|\.\d+/g, '')}`);
  const { tables, audit, madeAt } = await writeBackup(settings, folder);
  const sum = (of: 'rows' | 'bytes') => tables.reduce((total, table) => total + table[of], 0);
  const seconds = ((performance.now() - started) / 1_000).toFixed(1);
  say(`${folder}: ${tables.length} tables, ${sum('rows')} rows, ${sum('bytes')} bytes in ${seconds} s.`);
  say(`The database as it was at ${madeAt}, with ${audit.sequence} events of the audit, head ${audit.hash}.`);
  say('The keys are not in it. Keep them apart: whoever has both can read it, and without them nobody can.');
}

/** Replaces the file whole. */
async function writeEnds(settings: Environment, to: string): Promise<Ends> {
  const options = dataSourceOptions({ ...settings, DATABASE_POOL: 2 }, 'presente-backup');
  const dataSource = await new DataSource({ ...options, entities: [] }).initialize();
  try {
    const ends = endsSchema.parse(await new EndsRepository(new Database(dataSource)).read());
    const file = path.join(to, ENDS);
    await writeFile(`${file}.part`, `${JSON.stringify(ends)}\n`, { mode: 0o600, flush: true });
    await rename(`${file}.part`, file);
    return ends;
  } finally {
    await dataSource.destroy();
  }
}

const endsOf = ({ erasures, withdrawals, revokedCredentials, revokedDevices }: Ends): string =>
  `${erasures.length} erasures, ${withdrawals.length} withdrawals, ${revokedCredentials.length} credentials, ${revokedDevices.length} devices`;

/** A backup outlives what is erased: its life is to be short. */
async function prune(to: string, before: number): Promise<void> {
  for (const name of await readdir(to)) {
    const [, year, month, day, hour, minute, second] = NAME.exec(name) ?? [];
    const madeAt = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
    if (Number.isNaN(madeAt) || madeAt >= before) continue;
    await rm(path.join(to, name), { recursive: true });
    say(`${name} is older than that and was deleted.`);
  }
}

const say = (line: string) => void process.stdout.write(`${line}\n`);
