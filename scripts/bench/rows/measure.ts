import { type Client } from 'pg';
import { type Environment } from '../../../src/config/env.js';
import { type Answer, answerOf } from './answer.js';
import { generate, type Volume } from './generate.js';
import { type Executed, openDatabase } from './open-database.js';
import { productOn } from './product.js';
import { type Question, questionsOn } from './questions.js';
import { drawSample } from './sample.js';

const ROUNDS = 9;

export interface RowsReport {
  readonly attempts: number;
  readonly generatedSeconds: number;
  /** Table, indexes and all, divided by the rows of it. */
  readonly bytesPerAttempt: Readonly<Record<string, number>>;
  /** Rows, of those that are not empty. */
  readonly tables: Readonly<Record<string, number>>;
  readonly answers: readonly Answer[];
}

interface Setting {
  readonly client: Client;
  readonly settings: Environment;
  readonly volume: Volume;
  readonly say: (line: string) => void;
}

/** @param setting an empty, migrated database of a superuser's, who alone may have plans explained */
export async function measureRows({ client, settings, volume, say }: Setting): Promise<RowsReport> {
  const start = performance.now();
  await generate(client, volume, say);
  const generatedSeconds = Math.round((performance.now() - start) / 1_000);
  const tables = await rowsOf(client);
  const bytesPerAttempt = await sizesOf(client, tables);
  const answers = await ask(settings, questionsOn(await drawSample(client)));
  return { attempts: volume.attempts, generatedSeconds, bytesPerAttempt, tables, answers };
}

/** Every question some rounds without a look, and once with its plans told. */
async function ask(settings: Environment, questions: readonly Question[]): Promise<Answer[]> {
  let executed: Executed[] = [];
  const plain = await openDatabase(settings.DATABASE_URL);
  const explained = await openDatabase(settings.DATABASE_URL, (statement) => executed.push(statement));
  try {
    const product = await productOn(plain.database, settings);
    const explainedProduct = await productOn(explained.database, settings);
    const answers: Answer[] = [];
    for (const { name, batch = false, ask: question } of questions) {
      const rounds: number[] = [];
      for (let round = 0; round < ROUNDS; round++) rounds.push(await timeOf(() => question(product, round)));
      executed = [];
      await question(explainedProduct, ROUNDS);
      answers.push(answerOf({ name, batch, rounds, executed }));
    }
    return answers;
  } finally {
    await plain.close();
    await explained.close();
  }
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function rowsOf(client: Client): Promise<Record<string, number>> {
  const { rows } = await client.query<{ name: string; rows: number }>(
    `SELECT relname AS name, reltuples::int AS rows FROM pg_class
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND reltuples > 0 ORDER BY 2 DESC`,
  );
  return Object.fromEntries(rows.map(({ name, rows: count }) => [name, count]));
}

async function sizesOf(client: Client, tables: Readonly<Record<string, number>>): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {};
  for (const table of ['validation_attempts', 'audit_events']) {
    const { rows } = await client.query<{ bytes: number }>('SELECT pg_total_relation_size($1)::float8 AS bytes', [
      table,
    ]);
    sizes[table] = Math.round((rows[0]?.bytes ?? 0) / (tables[table] ?? 1));
  }
  return sizes;
}
