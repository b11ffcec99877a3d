import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { migrate } from '../../../src/platform/database/migrate.js';
import { freshSecrets } from '../../launcher/secrets.js';
import { validated } from '../../launcher/settings.js';
import { OperatorError } from '../../support/operator-error.js';
import { startPostgres } from '../../support/postgres.js';
import { makeScratch, removeScratch } from '../../support/scratch.js';
import { volumeOf } from './generate.js';
import { measureRows, type RowsReport } from './measure.js';

const MIN_ATTEMPTS = 1_000;

/** `bench rows [--attempts N] [--json]`: what the product's own queries cost when so many validations were made. */
export async function rowsCommand(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { attempts: { type: 'string', default: '1000000' }, json: { type: 'boolean', default: false } },
  });
  const attempts = Number(values.attempts);
  if (!Number.isInteger(attempts) || attempts < MIN_ATTEMPTS)
    throw new OperatorError(`--attempts must be a whole number, ${MIN_ATTEMPTS} or more.`);
  const report = await onOwnServer((url) => measured(url, attempts));
  process.stdout.write(`${readable(report)}\n`);
  if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
}

/** As an installation has it: what is written is on the disk when it is committed. */
async function onOwnServer<T>(work: (url: string) => Promise<T>): Promise<T> {
  const scratch = await makeScratch('bench');
  try {
    const server = await startPostgres({
      dataDir: path.join(scratch, 'postgres'),
      logFile: path.join(scratch, 'postgres.log'),
      password: randomBytes(16).toString('hex'),
    });
    return await work(server.url).finally(() => server.stop());
  } finally {
    await removeScratch(scratch);
  }
}

async function measured(url: string, attempts: number): Promise<RowsReport> {
  await migrate({ DATABASE_URL: url, DATABASE_POOL: 2 });
  const { DATABASE_PASSWORD: _, ...keys } = freshSecrets();
  const settings = validated({ ...keys, DATABASE_URL: url });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  try {
    return await measureRows({ client, settings, volume: volumeOf(attempts), say });
  } finally {
    await client.end();
  }
}

function readable({ attempts, generatedSeconds, bytesPerAttempt, tables, answers }: RowsReport): string {
  const line = ({ name, milliseconds, rows, pages, plan, flags }: RowsReport['answers'][number]) =>
    [
      `  ${name.padEnd(42)} ${milliseconds.toFixed(2).padStart(8)} ms ${String(rows).padStart(6)} rows ${String(pages).padStart(7)} pages  ${plan.join('; ')}`,
      ...flags.map((flag) => `      ! ${flag}`),
    ].join('\n');
  const flagged = answers.filter(({ flags }) => flags.length > 0).length;
  return [
    `${attempts} attempts, generated in ${generatedSeconds} s; on the disk, a row with its indexes:`,
    `  ${Object.entries(bytesPerAttempt)
      .map(([what, bytes]) => `${what} ${bytes} bytes`)
      .join(', ')}`,
    `Rows: ${Object.entries(tables)
      .map(([name, rows]) => `${name} ${rows}`)
      .join(', ')}`,
    ...answers.map(line),
    `${flagged} of ${answers.length} questions are flagged.`,
  ].join('\n');
}
