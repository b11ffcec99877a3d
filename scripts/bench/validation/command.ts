import os from 'node:os';
import { parseArgs } from 'node:util';
import { type StartedStack } from '../../launcher/stack.js';
import { OperatorError } from '../../support/operator-error.js';
import { wholeNumber } from '../../support/whole-number.js';
import { sampleOf } from '../metrics.js';
import { onOwnStack } from '../own-stack.js';
import { type Bound, inferenceBound, meanOf } from './bound.js';
import { databaseCpuOf } from './database-cpu.js';
import { Entrance } from './entrance.js';
import { loadOf } from './load.js';
import { QueueWatch } from './queue-watch.js';
import { POLICIES, type Policy } from './scene.js';
import { readable, reportOf, type ValidationReport } from './report.js';
import { threadsOfEach, withWorkers } from './workers.js';

/** A server runs for weeks: V8 has compiled most of what each validation runs by then (docs/measuring.md says what it takes before). */
const WARM_UP_SECONDS = 15;
const BOUND_SECONDS = 5;

interface Question {
  readonly visitors: number;
  readonly seconds: number;
  readonly workers: number;
  readonly policy: Policy;
}

/** `bench validation [--vus N] [--duration SECONDS] [--workers N] [--policy passive|active] [--json]`: whole validations. */
export async function validationCommand(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      vus: { type: 'string', default: '8' },
      duration: { type: 'string', default: '30' },
      workers: { type: 'string', default: '1' },
      policy: { type: 'string', default: 'passive' },
      json: { type: 'boolean', default: false },
    },
  });
  const question = {
    visitors: wholeNumber('--vus', values.vus),
    seconds: Number(values.duration),
    workers: wholeNumber('--workers', values.workers),
    policy: policyOf(values.policy),
  };
  if (!(question.seconds > 0)) throw new OperatorError('--duration must be a number above 0.');
  const threads = String(threadsOfEach(question.workers, os.availableParallelism()));
  const measured = await onOwnStack({ FACE_THREADS: threads }, (stack, dataDir, stopped) =>
    withWorkers({ stack, dataDir, stopped, count: question.workers }, (workerUrls) =>
      measure({ stack, dataDir, workerUrls }, question),
    ),
  );
  if (measured === undefined) return;
  process.stdout.write(`${readable(measured)}\n`);
  if (values.json) process.stdout.write(`${JSON.stringify(measured)}\n`);
}

function policyOf(text: string): Policy {
  const policy = POLICIES.find((known) => known === text);
  if (policy === undefined) throw new OperatorError(`--policy must be ${POLICIES.join(' or ')}.`);
  return policy;
}

interface Installation {
  readonly stack: StartedStack;
  readonly dataDir: string;
  readonly workerUrls: readonly string[];
}

async function measure(
  installation: Installation,
  { visitors: count, seconds, workers, policy }: Question,
): Promise<ValidationReport> {
  const { stack } = installation;
  const entrance = await Entrance.open(stack, count, policy);
  const visitors = await entrance.visitors();
  await loadOf(visitors, WARM_UP_SECONDS);

  // Before and after: the machine may be another one by then. With as many threads as all the workers have.
  const threads = stack.environment.FACE_THREADS * workers;
  const bound = () => inferenceBound(threads, [entrance.frame], BOUND_SECONDS);
  const bounds: Bound[] = [await bound()];
  const queue = new QueueWatch(stack.apiUrl);
  const before = await cpuOf(installation);
  const load = await loadOf(visitors, seconds);
  const after = await cpuOf(installation);
  const queueDepth = await queue.stop();
  bounds.push(await bound());
  await Promise.all(visitors.map((visitor) => visitor.leave()));
  const cpu = {
    api: after.api - before.api,
    worker: after.worker - before.worker,
    database: after.database - before.database,
    client: after.client - before.client,
  };
  return reportOf({ policy, visitors: count, workers, queueDepth, load, cpu, bound: meanOf(bounds) });
}

/** CPU seconds so far. */
async function cpuOf({ stack, dataDir, workerUrls }: Installation) {
  const { user, system } = process.cpuUsage();
  const workers = await Promise.all(workerUrls.map((url) => sampleOf(url, 'process_cpu_seconds_total')));
  return {
    api: await sampleOf(stack.apiUrl, 'process_cpu_seconds_total'),
    worker: workers.reduce((sum, seconds) => sum + seconds, 0),
    database: await databaseCpuOf(dataDir),
    client: (user + system) / 1e6,
  };
}
