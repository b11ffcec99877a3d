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
import { sayOnStderr } from '../own-stack.js';
import { type Answer } from './answer.js';
import { chainRates } from './chain.js';
import { volumeOf } from './generate.js';
import { measureRows, type RowsReport } from './measure.js';

const MIN_ATTEMPTS = 1_000;
const ROUNDS = 9;

interface Report extends RowsReport {
  /** Events that the audit takes a second, by connections. */
  readonly chainRates: Readonly<Record<string, number>>;
}

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

async function measured(url: string, attempts: number): Promise<Report> {
  await migrate({ DATABASE_URL: url, DATABASE_POOL: 2 });
  const { DATABASE_PASSWORD: _, ...keys } = freshSecrets();
  const settings = validated({ ...keys, DATABASE_URL: url });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const rows = await measureRows({ client, settings, volume: volumeOf(attempts), rounds: ROUNDS, say: sayOnStderr });
    return { ...rows, chainRates: await chainRates(settings) };
  } finally {
    await client.end();
  }
}

function readable(report: Report): string {
  const { attempts, generatedSeconds, bytesPerRow, tables, answers, chainRates: rates } = report;
  const flagged = answers.filter(({ readsTooMuch, tooSlow }) => readsTooMuch.length > 0 || tooSlow);
  return [
    `${attempts} attempts, generated in ${generatedSeconds} s`,
    `Bytes of a row with its indexes: ${listed(bytesPerRow)}`,
    `Rows: ${listed(tables)}`,
    ...answers.flatMap(lines),
    `${flagged.length} of ${answers.length} questions are flagged.`,
    `Events that the audit takes a second, by connections: ${listed(rates)}`,
  ].join('\n');
}

function lines({ name, milliseconds, rows, pages, plan, readsTooMuch, tooSlow }: Answer): string[] {
  const cost = `${milliseconds.toFixed(2).padStart(8)} ms ${String(rows).padStart(6)} rows ${String(pages).padStart(7)} pages`;
  return [
    `  ${name.padEnd(42)} ${cost}  ${plan.join('; ')}`,
    ...readsTooMuch.map((read) => `      ! ${read}`),
    ...(tooSlow ? ['      ! takes too long'] : []),
  ];
}

const listed = (numbers: Readonly<Record<string, number>>): string =>
  Object.entries(numbers)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
