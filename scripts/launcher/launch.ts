import { once } from 'node:events';
import { exitWith } from '../support/operator-error.js';
import { announcement } from './announcement.js';
import { type Programs } from './programs.js';
import { withStack } from './run-stack.js';
import { givenSettings, type Settings } from './settings.js';
import { type StartedStack } from './stack.js';

/** What runs beside the stack, for as long as it does. */
type Beside = (started: StartedStack, stopped: AbortSignal) => Promise<void>;

const nothing: Beside = async (_started, stopped) => {
  if (!stopped.aborted) await once(stopped, 'abort');
};

/**
 * `npm start`: runs Presente until it is asked to stop, telling the person at the terminal what there is to know.
 * @param beside its end is the end of the stack
 */
export async function launch(
  dataDir: string,
  programs: Programs,
  given: Settings = givenSettings(),
  beside = nothing,
): Promise<void> {
  // A terminal that was closed, or `npm start | head`: no reason to leave the database alone.
  process.stdout.on('error', () => undefined);
  const report = (line: string) => void process.stdout.write(`${line}\n`);
  try {
    report('Presente starts (the first time takes a little longer) …');
    await withStack({ dataDir, given, programs, report }, async (started, stopped) => {
      report(announcement(started, dataDir));
      await beside(started, stopped);
    });
    report('Presente has stopped.');
  } catch (error) {
    exitWith(error);
  }
}
