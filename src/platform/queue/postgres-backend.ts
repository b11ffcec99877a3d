import { type EventEmitter } from 'node:events';
import { type BackendFactory, createPostgresBackend as createBullBackend } from 'bullmq';

/**
 * BullMQ's own, but for two things. That remembers how its first connection went for good, also when it failed: a process that
 * starts while PostgreSQL does would never reach its queue. And it lends itself a connection to look at its tables without
 * listening to its errors: a process that starts while PostgreSQL dies would end with it.
 */
export const createPostgresBackend: BackendFactory = (...parameters) => {
  const backend = createBullBackend(...(parameters as Parameters<typeof createBullBackend>));
  forgetFailure(backend.connection);
  forgetFailure(backend);
  hearErrors(Reflect.get(backend.connection, 'pool') as unknown as EventEmitter);
  return backend;
};

/** Whoever waits for an answer hears of a lost connection by its promise; the event alone would end the process. */
function hearErrors(pool: EventEmitter): void {
  pool.on('connect', (client: EventEmitter) => {
    client.on('error', () => undefined);
  });
}

function forgetFailure(part: { waitUntilReady(): Promise<void> }): void {
  const remembered = () => Reflect.get(part, 'readyPromise') as unknown;
  const wait = part.waitUntilReady.bind(part);
  part.waitUntilReady = async () => {
    const waiting = wait();
    const outcome = remembered();
    try {
      await waiting;
    } catch (error) {
      // Another may be trying anew already.
      if (remembered() === outcome) Reflect.set(part, 'readyPromise', undefined);
      throw error;
    }
  };
}
