import { type Guard } from '../resilience/guard.js';
import { CaptureStore } from './capture-store.js';

/** Asks another store through its guard. */
export class GuardedCaptureStore extends CaptureStore {
  constructor(
    private readonly store: CaptureStore,
    private readonly guard: Guard,
  ) {
    super();
  }

  override put(id: string, sealed: Buffer, ttlSeconds: number): Promise<void> {
    return this.guard.run(() => this.store.put(id, sealed, ttlSeconds));
  }

  override get(id: string): Promise<Buffer | undefined> {
    return this.guard.run(() => this.store.get(id));
  }

  override delete(id: string): Promise<void> {
    return this.guard.run(() => this.store.delete(id));
  }

  override purge(): Promise<number> {
    return this.guard.run(() => this.store.purge());
  }
}
