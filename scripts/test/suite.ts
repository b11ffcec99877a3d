import path from 'node:path';
import { findExecutable } from '../support/executables.js';
import { describe } from '../support/operator-error.js';
import { startPostgres } from '../support/postgres.js';
import { startRedis } from '../support/redis.js';
import { sweepScratch } from '../support/scratch.js';
import { testArguments } from './arguments.js';
import { runTests } from './run-tests.js';
import { runStaticChecks } from './static-checks.js';
import { ensureSystemNeeds } from './system-needs.js';
import { emptyTally, summary } from './tally.js';

const say = (line: string) => void process.stdout.write(`${line}\n`);

// `npm test | head`: the servers still have to be stopped.
process.stdout.on('error', () => undefined);
const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    stopped.abort();
  });
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
  if (chosen.files.length > 0) await withServers(() => runTests(chosen, tally, stopped.signal));
  stopped.signal.throwIfAborted();
} catch (error) {
  tally.failed++;
  say(describe(error));
}
say(`\n${summary(tally)}`);
process.exitCode = tally.failed > 0 || tally.passed === 0 ? 1 : 0;
