import { parseArgs } from 'node:util';
import { ApiClient } from '../../client/api-client.js';
import { Desk } from '../../client/desk.js';
import { people } from '../../demo/people.js';
import { presentePrograms } from '../../launcher/programs.js';
import { withStack } from '../../launcher/run-stack.js';
import { type StartedStack } from '../../launcher/stack.js';
import { OperatorError } from '../../support/operator-error.js';
import { makeScratch, removeScratch } from '../../support/scratch.js';
import { sampleOf } from '../metrics.js';
import { type Bound, inferenceBound, meanOf } from './bound.js';
import { loadOf } from './load.js';
import { readable, reportOf, type ValidationReport } from './report.js';
import { Visitor } from './visitor.js';

const WARM_UP_SECONDS = 3;
const BOUND_SECONDS = 5;

interface Question {
  readonly visitors: number;
  readonly seconds: number;
}

/** `bench validation [--vus N] [--duration SECONDS] [--json]`: whole validations, from the QR to the final state. */
export async function validationCommand(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      vus: { type: 'string', default: '8' },
      duration: { type: 'string', default: '30' },
      json: { type: 'boolean', default: false },
    },
  });
  const question = { visitors: Number(values.vus), seconds: Number(values.duration) };
  if (!Number.isInteger(question.visitors) || question.visitors < 1)
    throw new OperatorError('--vus must be a whole number above 0.');
  if (!(question.seconds > 0)) throw new OperatorError('--duration must be a number above 0.');
  const measured = await onOwnStack((stack) => measure(stack, question));
  if (measured === undefined) return;
  process.stdout.write(`${readable(measured)}\n`);
  if (values.json) process.stdout.write(`${JSON.stringify(measured)}\n`);
}

async function onOwnStack<T>(work: (stack: StartedStack) => Promise<T>): Promise<T | undefined> {
  const dataDir = await makeScratch('bench');
  const given = {
    HOST: '127.0.0.1',
    PORT: '0',
    WORKER_PORT: '0',
    LOG_LEVEL: 'warn',
    VALIDATIONS_PER_MINUTE: '1000000',
  };
  const report = (line: string) => void process.stderr.write(`${line}\n`);
  try {
    return await withStack({ dataDir, given, programs: presentePrograms, report }, work);
  } finally {
    await removeScratch(dataDir);
  }
}

async function measure(stack: StartedStack, { visitors: count, seconds }: Question): Promise<ValidationReport> {
  if (stack.firstAdmin === undefined) throw new OperatorError('The bench got no administrator to sign in with.');
  const desk = new Desk(await ApiClient.signIn(stack.apiUrl, stack.firstAdmin));
  const { genuine, probe } = await people();
  const checkpointId = await desk.checkpoint();
  const visitors: Visitor[] = [];
  for (let index = 0; index < count; index++) {
    const { card } = await desk.enrol(genuine.map(({ jpeg }) => jpeg));
    visitors.push(new Visitor(desk, checkpointId, card, [probe.jpeg]));
  }
  await loadOf(visitors, WARM_UP_SECONDS);

  // Before and after: the machine may be another one by then.
  const bound = () => inferenceBound(stack.environment.FACE_THREADS, [probe.jpeg], BOUND_SECONDS);
  const bounds: Bound[] = [await bound()];
  const before = await cpuOf(stack);
  const load = await loadOf(visitors, seconds);
  const after = await cpuOf(stack);
  bounds.push(await bound());
  await Promise.all(visitors.map((visitor) => visitor.leave()));
  const cpu = {
    api: after.api - before.api,
    worker: after.worker - before.worker,
    client: after.client - before.client,
  };
  return reportOf({ visitors: count, load, cpu, bound: meanOf(bounds) });
}

/** CPU seconds so far. */
async function cpuOf({ apiUrl, workerUrl }: StartedStack) {
  const { user, system } = process.cpuUsage();
  return {
    api: await sampleOf(apiUrl, 'process_cpu_seconds_total'),
    worker: await sampleOf(workerUrl, 'process_cpu_seconds_total'),
    client: (user + system) / 1e6,
  };
}
