import path from 'node:path';
import { environmentSchema } from '../../src/config/env.js';
import { projectRoot } from '../../src/config/paths.js';
import { findExecutable } from '../support/executables.js';
import { describe, OperatorError } from '../support/operator-error.js';
import { startPostgres } from '../support/postgres.js';
import { startRedis } from '../support/redis.js';
import { sweepScratch } from '../support/scratch.js';
import { onStopSignals } from '../support/stop-signals.js';
import { installInfra } from '../install-infra.js';
import { testArguments } from './arguments.js';
import { runTests } from './run-tests.js';
import { runStaticChecks } from './static-checks.js';
import { ensureSystemNeeds } from './system-needs.js';
import { emptyTally, summary } from './tally.js';

const say = (line: string) => void process.stdout.write(`${line}\n`);

// `npm test | head`: the servers still have to be stopped.
process.stdout.on('error', () => undefined);
const stopped = new AbortController();
onStopSignals(
  () => {
    stopped.abort(new OperatorError('Stopped.'));
  },
  () => process.exit(130),
);

/** Tests get servers of their own, and nothing of what this terminal happens to be set to. */
async function withServers(work: () => Promise<void>): Promise<void> {
  await sweepScratch();
  await using servers = new AsyncDisposableStack();
  const postgres = await startPostgres({ ephemeral: true });
  servers.defer(() => postgres.stop());
  for (const name of [...Object.keys(environmentSchema.shape), 'TEST_REDIS_URL'])
    Reflect.deleteProperty(process.env, name);
  process.env['TEST_DATABASE_URL'] = postgres.url;
  if (findExecutable('redis-server') !== undefined) {
    const redis = await startRedis();
    servers.defer(() => redis.stop());
    process.env['TEST_REDIS_URL'] = redis.url;
  }
  await work();
}

const tally = emptyTally();
try {
  const chosen = testArguments(process.argv.slice(2), path.resolve(import.meta.dirname, '../..'));
  ensureSystemNeeds(say);
  if (chosen.infra) installInfra(projectRoot);
  if (chosen.everything) Object.assign(tally, runStaticChecks());
  if (chosen.files.length > 0) await withServers(() => runTests(chosen, tally, stopped.signal));
  stopped.signal.throwIfAborted();
} catch (error) {
  tally.failed++;
  say(describe(error));
}
say(`\n${summary(tally)}`);
process.exitCode = tally.failed > 0 || tally.passed === 0 ? 1 : 0;
