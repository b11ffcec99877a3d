import { once } from 'node:events';
import { exitWith } from '../support/operator-error.js';
import { announcement } from './announcement.js';
import { type Programs } from './programs.js';
import { withStack } from './run-stack.js';
import { givenSettings } from './settings.js';

/** `npm start`: runs Presente until it is asked to stop, telling the person at the terminal what there is to know. */
export async function launch(dataDir: string, programs: Programs): Promise<void> {
  // A terminal that was closed, or `npm start | head`: no reason to leave the database alone.
  process.stdout.on('error', () => undefined);
  const report = (line: string) => void process.stdout.write(`${line}\n`);
  try {
    report('Presente starts (the first time takes a little longer) …');
    await withStack({ dataDir, given: givenSettings(), programs, report }, async (started, stopped) => {
      report(announcement(started, dataDir));
      if (!stopped.aborted) await once(stopped, 'abort');
    });
    report('Presente has stopped.');
  } catch (error) {
    exitWith(error);
  }
}
