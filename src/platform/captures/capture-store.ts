/** Port to where sealed captures wait for the worker. What it holds is unreadable to it, short-lived, and never backed up. */
export abstract class CaptureStore {
  abstract put(id: string, sealed: Buffer, ttlSeconds: number): Promise<void>;
  /** Undefined when the capture was never there, has expired or is lost. */
  abstract get(id: string): Promise<Buffer | undefined>;
  abstract delete(id: string): Promise<void>;
  /** Removes what has expired. @returns how many */
  abstract purge(): Promise<number>;
}
