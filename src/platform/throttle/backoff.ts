/** How long to wait after how many failures in a row. */
export interface Backoff {
  /** Failures that cost nothing but themselves; the next try waits. */
  readonly free: number;
  /** Seconds after the last free failure; doubled with every further one. */
  readonly firstSeconds: number;
  readonly maxSeconds: number;
}

/** Seconds from the last of so many failures until the next try is allowed; 0 when it is allowed at once. */
export function delayAfter(failures: number, { free, firstSeconds, maxSeconds }: Backoff): number {
  return failures < free ? 0 : Math.min(firstSeconds * 2 ** (failures - free), maxSeconds);
}
