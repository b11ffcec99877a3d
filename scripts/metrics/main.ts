import { exitWith, OperatorError } from '../support/operator-error.js';
import { figuresOf } from './figures.js';
import { readArguments } from '../support/asked-processes.js';
import { samplesOf } from './samples.js';

const PATIENCE_MS = 4_000;

async function scrape(url: string): Promise<string> {
  try {
    return await (await fetch(`${url}/metrics`, { signal: AbortSignal.timeout(PATIENCE_MS) })).text();
  } catch {
    throw new OperatorError(`${url} does not answer.`);
  }
}

/** `npm run metrics`: the figures of all processes together, in words; `--json` for programs. */
try {
  const { urls, json } = readArguments();
  const samples = samplesOf((await Promise.all(urls.map(scrape))).join('\n'));
  const figures = figuresOf(samples);
  const table = figures.map(([name, value]) => `${name.padEnd(30)} ${value}`).join('\n');
  process.stdout.write(`${json ? JSON.stringify(Object.fromEntries(figures)) : table}\n`);
} catch (error) {
  exitWith(error);
}
