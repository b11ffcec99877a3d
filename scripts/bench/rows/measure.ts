import { type Client } from 'pg';
import { type Environment } from '../../../src/config/env.js';
import { type Answer, answerOf } from './answer.js';
import { generate, type Volume } from './generate.js';
import { type Executed, openDatabase } from './open-database.js';
import { productOn } from './product.js';
import { type Question, questionsOn } from './questions.js';
import { drawSample } from './sample.js';

export interface RowsReport {
  readonly attempts: number;
  readonly generatedSeconds: number;
  /** Of two tables: with all their indexes, divided by their rows. */
  readonly bytesPerRow: Readonly<Record<string, number>>;
  /** Rows, of those that are not empty. */
  readonly tables: Readonly<Record<string, number>>;
  readonly answers: readonly Answer[];
}

interface Setting {
  readonly client: Client;
  readonly settings: Environment;
  readonly volume: Volume;
  /** How often every question is asked, to be timed. */
  readonly rounds: number;
  readonly say: (line: string) => void;
}

/** @param setting an empty, migrated database of a superuser's, who alone may have plans explained */
export async function measureRows({ client, settings, volume, rounds, say }: Setting): Promise<RowsReport> {
  const start = performance.now();
  await generate(client, volume, say);
  const generatedSeconds = Math.round((performance.now() - start) / 1_000);
  const tables = await rowsOf(client);
  const bytesPerRow = await sizesOf(client, tables);
  const answers = await ask(settings, questionsOn(await drawSample(client)), rounds);
  return { attempts: volume.attempts, generatedSeconds, bytesPerRow, tables, answers };
}

/** Every question so many rounds without a look, and once with its plans told. */
async function ask(settings: Environment, questions: readonly Question[], rounds: number): Promise<Answer[]> {
  let executed: Executed[] = [];
  const plain = await openDatabase(settings.DATABASE_URL);
  const explained = await openDatabase(settings.DATABASE_URL, {
    executed: (statement) => executed.push(statement),
  });
  try {
    const product = await productOn(plain.database, settings);
    const explainedProduct = await productOn(explained.database, settings);
    const answers: Answer[] = [];
    for (const { name, batch = false, ask: question } of questions) {
      const times: number[] = [];
      while (times.length < rounds) times.push(await timeOf(() => question(product, times.length)));
      executed = [];
      await question(explainedProduct, rounds);
      answers.push(answerOf({ name, batch, times, executed }));
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
