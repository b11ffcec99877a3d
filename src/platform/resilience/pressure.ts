import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Milliseconds. */
const WINDOW = 500;

/**
 * Milliseconds that even the luckiest who stood in line for a connection to the database waited, in each of so many windows.
 * A burst is over before; a line in which everybody waits for so long is a standing one (as in CoDel, RFC 8289).
 */
const STANDING = { wait: 100, windows: 2 } as const;

/** A line in which the first has waited for less, milliseconds. */
const SHORT = 20;

/** Mean delay of the event loop, milliseconds, in each of so many windows: this process has more to compute than it can. */
const LATE = { delay: 400, windows: 4 } as const;

/** Of the timer that measures the delay; it is part of what is measured. */
const RESOLUTION = 20;

/**
 * Whether this process is behind: who is let in now would wait, and make those wait who are in. By how long they wait,
 * not by how many they are: that says nothing on a fast machine.
 */
export class Pressure {
  private readonly waiting = new Map<symbol, number>();
  private readonly delays = monitorEventLoopDelay({ resolution: RESOLUTION });
  private shortest = Number.POSITIVE_INFINITY;
  /** Windows in a row. */
  private standing = 0;
  private late = 0;

  constructor() {
    this.delays.enable();
    setInterval(() => {
      this.look();
    }, WINDOW).unref();
  }

  /** For a wait in line. */
  async whileWaiting<T>(work: () => Promise<T>): Promise<T> {
    const ticket = Symbol('waiting');
    const since = performance.now();
    this.waiting.set(ticket, since);
    try {
      return await work();
    } finally {
      this.waiting.delete(ticket);
      this.shortest = Math.min(this.shortest, performance.now() - since);
    }
  }

  /** Somebody was served who had not to stand in line. */
  served(): void {
    this.shortest = 0;
  }

  /** While a line stands, somebody is let in whenever it is short: shut for longer, there would be nothing to do behind the door. */
  get isHigh(): boolean {
    return this.late >= LATE.windows || (this.standing >= STANDING.windows && this.longest > SHORT);
  }

  /** Milliseconds that the first in line has waited; 0 when there is none. */
  private get longest(): number {
    const now = performance.now();
    const [oldest = now] = this.waiting.values();
    return now - oldest;
  }

  private look(): void {
    // Nobody may have come to the end of the line yet.
    const best = Number.isFinite(this.shortest) ? this.shortest : this.longest;
    this.standing = best > STANDING.wait ? this.standing + 1 : 0;
    this.late = this.delays.mean / 1e6 - RESOLUTION > LATE.delay ? this.late + 1 : 0;
    this.shortest = Number.POSITIVE_INFINITY;
    this.delays.reset();
  }
}
