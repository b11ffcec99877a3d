import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { nodeFlags } from '../support/node-flags.js';
import { type TestArguments } from './arguments.js';
import { count, type Tally } from './tally.js';

/** One file has so long; the slowest waits for a killed worker's job to come back. */
const fileMilliseconds = 300_000;

/** Specs that measure, and would measure each other: they are run after the others, one at a time. */
const MEASURES = '.figures.spec.js';

/** Runs spec files with Node's test runner, each in a process of its own, two at a time, and adds what happened to the tally. */
export async function runTests(
  { files, grep }: Pick<TestArguments, 'files' | 'grep'>,
  tally: Tally,
  signal?: AbortSignal,
): Promise<void> {
  const { measuring = [], others = [] } = Object.groupBy(files, (file) =>
    file.endsWith(MEASURES) ? 'measuring' : 'others',
  );
  await runAtOnce(2, { files: others, grep }, tally, signal);
  await runAtOnce(1, { files: measuring, grep }, tally, signal);
}

async function runAtOnce(
  concurrency: number,
  { files, grep }: Pick<TestArguments, 'files' | 'grep'>,
  tally: Tally,
  signal?: AbortSignal,
): Promise<void> {
  if (files.length === 0 || signal?.aborted === true) return;
  const stream = run({
    files,
    concurrency,
    timeout: fileMilliseconds,
    execArgv: [...nodeFlags],
    ...(signal === undefined ? {} : { signal }),
    ...(grep === undefined ? {} : { testNamePatterns: [new RegExp(grep)] }),
  });
  stream.on('test:pass', (outcome) => {
    count(tally, outcome, true);
  });
  stream.on('test:fail', (outcome) => {
    count(tally, outcome, false);
  });
  for await (const chunk of stream.compose(spec)) process.stdout.write(String(chunk));
}
