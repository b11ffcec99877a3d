import path from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { finished } from 'node:stream/promises';
import { findExecutable } from '../support/executables.js';
import { describe } from '../support/operator-error.js';
import { startPostgres } from '../support/postgres.js';
import { startRedis } from '../support/redis.js';
import { sweepScratch } from '../support/scratch.js';
import { testArguments, type TestArguments } from './arguments.js';
import { runStaticChecks } from './static-checks.js';
import { ensureSystemNeeds } from './system-needs.js';
import { count, emptyTally, summary, type Tally } from './tally.js';

/** One file has so long; the slowest waits for a killed worker's job to come back. */
const fileMilliseconds = 300_000;
const say = (line: string) => void process.stdout.write(`${line}\n`);

const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    stopped.abort();
  });
}

async function runTests({ files, grep }: TestArguments, tally: Tally): Promise<void> {
  const stream = run({
    files,
    concurrency: 2,
    timeout: fileMilliseconds,
    execArgv: ['--enable-source-maps'],
    signal: stopped.signal,
    ...(grep === undefined ? {} : { testNamePatterns: [new RegExp(grep)] }),
  });
  stream.on('test:pass', (outcome) => {
    count(tally, outcome, true);
  });
  stream.on('test:fail', (outcome) => {
    count(tally, outcome, false);
  });
  const report = stream.compose(spec);
  report.pipe(process.stdout, { end: false });
  await finished(report);
}

/** Tests get servers of their own, and nothing of what this terminal happens to be set to. */
async function withServers(work: () => Promise<void>): Promise<void> {
  await sweepScratch();
  const postgres = await startPostgres({ ephemeral: true });
  const redis = findExecutable('redis-server') === undefined ? undefined : await startRedis();
  try {
    for (const name of ['DATABASE_URL', 'REDIS_URL', 'TEST_REDIS_URL']) Reflect.deleteProperty(process.env, name);
    process.env['TEST_DATABASE_URL'] = postgres.url;
    if (redis !== undefined) process.env['TEST_REDIS_URL'] = redis.url;
    await work();
  } finally {
    await redis?.stop();
    await postgres.stop();
  }
}

const tally = emptyTally();
try {
  const chosen = testArguments(process.argv.slice(2), path.resolve(import.meta.dirname, '../..'));
  ensureSystemNeeds(say);
  if (chosen.everything) Object.assign(tally, runStaticChecks());
  if (chosen.files.length > 0) await withServers(() => runTests(chosen, tally));
  stopped.signal.throwIfAborted();
} catch (error) {
  tally.failed++;
  say(describe(error));
}
say(`\n${summary(tally)}`);
process.exitCode = tally.failed > 0 || tally.passed === 0 ? 1 : 0;
