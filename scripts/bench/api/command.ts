import { parseArgs } from 'node:util';
import { ApiClient } from '../../client/api-client.js';
import { Desk } from '../../client/desk.js';
import { people } from '../../demo/people.js';
import { type StartedStack } from '../../launcher/stack.js';
import { OperatorError } from '../../support/operator-error.js';
import { sampleOf } from '../metrics.js';
import { onOwnStack } from '../own-stack.js';
import { percentile } from '../percentile.js';
import { askSteadily } from './ask-steadily.js';
import { saturate } from './saturate.js';

const QUERIES_PER_SECOND = 50;
const CLIENTS = 8;

interface Times {
  readonly p50: number;
  readonly p99: number;
}

export interface ApiReport {
  /** Milliseconds of a trivial query on an idle stack. */
  readonly idle: Times;
  /** The same while the worker has more validations than it can do. */
  readonly saturated: Times;
  readonly validations: number;
  readonly validationsPerSecond: number;
  /** Of the API, over the saturated time, in milliseconds; from its own metrics. */
  readonly eventLoopLagP99: number;
}

/** `bench api [--seconds N] [--json]`: shows that a model never blocks the API. */
export async function apiCommand(args: readonly string[]): Promise<void> {
  const options = { seconds: { type: 'string', default: '20' }, json: { type: 'boolean', default: false } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const seconds = Number(values.seconds);
  if (!(seconds > 0)) throw new OperatorError('--seconds must be a number above 0.');
  const measured = await onOwnStack({}, (stack) => measure(stack, seconds));
  if (measured === undefined) return;
  process.stdout.write(`${readable(measured)}\n`);
  if (values.json) process.stdout.write(`${JSON.stringify(measured)}\n`);
}

async function measure({ apiUrl, firstAdmin }: StartedStack, seconds: number): Promise<ApiReport> {
  if (firstAdmin === undefined) throw new OperatorError('The bench got no administrator to sign in with.');
  const client = await ApiClient.signIn(apiUrl, firstAdmin);
  const desk = new Desk(client);
  const cast = await people();
  const checkpointId = await desk.checkpoint();
  const { card } = await desk.enrol(cast.genuine.map(({ jpeg }) => jpeg));
  await desk.validate(checkpointId, card, [cast.probe.jpeg]);

  const idle = timesOf(await askSteadily(client, QUERIES_PER_SECOND, seconds / 2));
  const load = saturate(desk, checkpointId, card, cast.probe.jpeg, CLIENTS);
  const start = performance.now();
  const saturated = timesOf(await askSteadily(client, QUERIES_PER_SECOND, seconds));
  const eventLoopLagP99 = round((await sampleOf(apiUrl, 'nodejs_eventloop_lag_p99_seconds')) * 1_000);
  const validations = await load.stop();
  const validationsPerSecond = round((validations * 1_000) / (performance.now() - start));
  return { idle, saturated, validations, validationsPerSecond, eventLoopLagP99 };
}

const round = (value: number): number => Math.round(value * 10) / 10;
const timesOf = (milliseconds: readonly number[]): Times => ({
  p50: round(percentile(milliseconds, 0.5)),
  p99: round(percentile(milliseconds, 0.99)),
});

const readable = ({ idle, saturated, validations, validationsPerSecond, eventLoopLagP99 }: ApiReport): string =>
  [
    `A trivial query, ${QUERIES_PER_SECOND} a second:`,
    `  idle stack        p50 ${idle.p50} ms   p99 ${idle.p99} ms`,
    `  saturated worker  p50 ${saturated.p50} ms   p99 ${saturated.p99} ms`,
    `Meanwhile ${validations} validations of 8 frames from ${CLIENTS} clients (${validationsPerSecond} a second);`,
    `event loop lag of the API: p99 ${eventLoopLagP99} ms.`,
  ].join('\n');
