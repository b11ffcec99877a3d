/**
 * How long ago something was, whatever happens to the clock of the phone: one that is set back stops nothing, and the
 * steady one, which stands still while some phones sleep, does not either.
 */
export class Stopwatch {
  private readonly wall = Date.now();
  private readonly steady = performance.now();

  /** Milliseconds. */
  elapsed(): number {
    return Math.max(Date.now() - this.wall, performance.now() - this.steady);
  }
}
