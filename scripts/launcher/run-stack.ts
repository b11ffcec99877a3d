import { setTimeout as sleep } from 'node:timers/promises';
import { Stack, type StackOptions, type StartedStack } from './stack.js';
import { onStopSignals } from '../support/stop-signals.js';

/**
 * Starts a stack, does `work` with it and stops it, in every case. A stop signal aborts `work`'s signal; a second one
 * ends every process at once.
 * @throws what kept it from starting, what `work` threw, or that a part of it was given up
 */
export async function withStack<T>(
  options: StackOptions,
  work: (started: StartedStack, stopped: AbortSignal) => Promise<T>,
): Promise<T | undefined> {
  const stack = new Stack(options);
  const stopped = new AbortController();
  onStopSignals(
    () => {
      options.report('Stopping (again to end everything at once) …');
      stopped.abort();
      void stack.stop();
    },
    () => {
      stack.kill();
      void sleep(500).then(() => process.exit(130));
    },
  );
  try {
    const started = await stack.start();
    return await Promise.race([work(started, stopped.signal), stack.failed]);
  } catch (error) {
    if (stopped.signal.aborted) return undefined;
    throw error;
  } finally {
    await stack.stop();
  }
}
