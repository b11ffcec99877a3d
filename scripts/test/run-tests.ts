import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { type TestArguments } from './arguments.js';
import { count, type Tally } from './tally.js';

/** One file has so long; the slowest waits for a killed worker's job to come back. */
const fileMilliseconds = 300_000;

/** Runs spec files with Node's test runner, each in a process of its own, two at a time, and adds what happened to the tally. */
export async function runTests(
  { files, grep }: Pick<TestArguments, 'files' | 'grep'>,
  tally: Tally,
  signal?: AbortSignal,
): Promise<void> {
  const stream = run({
    files,
    concurrency: 2,
    timeout: fileMilliseconds,
    execArgv: ['--enable-source-maps'],
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
