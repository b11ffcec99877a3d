import { type BackendFactory, createPostgresBackend as createBullBackend } from 'bullmq';

/**
 * BullMQ's own, but for one thing: that remembers how its first connection went for good, also when it failed. A process that
 * starts while PostgreSQL does would never reach its queue.
 */
export const createPostgresBackend: BackendFactory = (...parameters) => {
  const backend = createBullBackend(...(parameters as Parameters<typeof createBullBackend>));
  forgetFailure(backend.connection);
  forgetFailure(backend);
  return backend;
};

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
