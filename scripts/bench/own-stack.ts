import { presentePrograms } from '../launcher/programs.js';
import { withStack } from '../launcher/run-stack.js';
import { type Settings } from '../launcher/settings.js';
import { type StartedStack } from '../launcher/stack.js';
import { makeScratch, removeScratch } from '../support/scratch.js';

/** What a bench changes of an installation: any ports, and no limit on how often, or how many at once, validations may be opened. */
export const BENCH_SETTINGS: Settings = {
  HOST: '127.0.0.1',
  PORT: '0',
  WORKER_PORT: '0',
  LOG_LEVEL: 'warn',
  VALIDATIONS_PER_MINUTE: '1000000',
  // What is measured is how much is done, not how much is turned away.
  BACKLOG_SECONDS: '600',
};

export const sayOnStderr = (line: string): void => void process.stderr.write(`${line}\n`);

/** Does `work` on a whole new installation of its own, in a folder that goes with it. @returns undefined when it was stopped */
export async function onOwnStack<T>(
  given: Settings,
  work: (stack: StartedStack, dataDir: string, stopped: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  const dataDir = await makeScratch('bench');
  const options = { dataDir, given: { ...BENCH_SETTINGS, ...given }, programs: presentePrograms, report: sayOnStderr };
  try {
    return await withStack(options, (stack, stopped) => work(stack, dataDir, stopped));
  } finally {
    await removeScratch(dataDir);
  }
}
