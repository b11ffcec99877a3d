import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type Settings } from '../../launcher/settings.js';
import { type StartedStack } from '../../launcher/stack.js';
import { OperatorError } from '../../support/operator-error.js';
import { wholeNumber } from '../../support/whole-number.js';
import { onOwnStack, sayOnStderr } from '../own-stack.js';
import { Entrance } from '../validation/entrance.js';
import { loadOf } from '../validation/load.js';
import { type Visitor } from '../validation/visitor.js';
import { type Pair, ratioOf } from './ratio.js';
import { scraping, withTraceSink } from './watchers.js';

const WARM_UP_SECONDS = 5;

const OFF: Settings = {
  LOG_LEVEL: 'silent',
  LOG_STORE_LINES: '0',
  NODE_OPTIONS: `--import=${pathToFileURL(path.join(import.meta.dirname, 'without-metrics.js')).href}`,
};
const onWith = (traces: string): Settings => ({ LOG_LEVEL: 'info', OTEL_EXPORTER_OTLP_ENDPOINT: traces });

interface Question {
  readonly rounds: number;
  readonly seconds: number;
  readonly visitors: number;
}

interface ObservabilityReport {
  readonly pairs: readonly Pair[];
  /** Of the throughput with everything off; 0.95 is what we promise. */
  readonly ratio: number;
}

/**
 * `bench observability [--rounds N] [--seconds N] [--vus N] [--json]`: whole validations with metrics that are scraped, logs that are
 * stored and traces that are sent, against the same with all of it off. Two installations side by side, in turn.
 */
export async function observabilityCommand(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '8' },
      seconds: { type: 'string', default: '10' },
      vus: { type: 'string', default: '8' },
      json: { type: 'boolean', default: false },
    },
  });
  const question = {
    rounds: wholeNumber('--rounds', values.rounds),
    seconds: wholeNumber('--seconds', values.seconds),
    visitors: wholeNumber('--vus', values.vus),
  };
  const report = await withTraceSink((traces) =>
    onOwnStack(onWith(traces), (on) => onOwnStack(OFF, (off) => measure(on, off, question))),
  );
  if (report === undefined) return;
  process.stdout.write(`${readable(report)}\n`);
  if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
}

async function measure(on: StartedStack, off: StartedStack, question: Question): Promise<ObservabilityReport> {
  const { rounds, seconds, visitors: count } = question;
  const people = {
    on: await (await Entrance.open(on, count)).visitors(),
    off: await (await Entrance.open(off, count)).visitors(),
  };
  for (const visitors of [people.on, people.off]) await loadOf(visitors, WARM_UP_SECONDS);
  const watched = async () => {
    const stop = scraping(on);
    return perSecond(people.on, seconds).finally(stop);
  };
  const unwatched = () => perSecond(people.off, seconds);
  const pairs: Pair[] = [];
  for (let round = 0; round < rounds; round++) {
    // Who is first changes: a machine that warms up or slows down favours neither.
    const first = round % 2 === 0 ? await watched() : await unwatched();
    const second = round % 2 === 0 ? await unwatched() : await watched();
    const pair = round % 2 === 0 ? { on: first, off: second } : { on: second, off: first };
    sayOnStderr(`${round + 1}: on ${pair.on.toFixed(2)}, off ${pair.off.toFixed(2)} a second`);
    pairs.push(pair);
  }
  await Promise.all([...people.on, ...people.off].map((visitor) => visitor.leave()));
  return { pairs, ratio: ratioOf(pairs) };
}

async function perSecond(visitors: readonly Visitor[], seconds: number): Promise<number> {
  const { milliseconds, errors, seconds: took } = await loadOf(visitors, seconds);
  if (Object.keys(errors).length > 0) throw new OperatorError(`Some were not accepted: ${JSON.stringify(errors)}`);
  return milliseconds.length / took;
}

const readable = ({ pairs, ratio }: ObservabilityReport): string =>
  [
    'Validations a second with metrics, stored logs and traces, and without:',
    ...pairs.map(({ on, off }) => `  ${on.toFixed(2)}   ${off.toFixed(2)}   ${(on / off).toFixed(3)}`),
    `Ratio, median of ${pairs.length} pairs: ${ratio.toFixed(3)} (at least 0.95 is promised).`,
  ].join('\n');
