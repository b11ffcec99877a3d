import { monitorEventLoopDelay } from 'node:perf_hooks';

/**
 * Milliseconds that even the luckiest caller of a window waited for a connection to the database. A burst is over before;
 * a line in which everybody stands for so long is a standing one (as in CoDel, RFC 8289), and grows.
 */
const STANDING = 100;

/** Mean delay of the event loop, milliseconds, from which on this process has more to compute than it can. */
const MOST_DELAY = 400;

/** Milliseconds. */
const WINDOW = 500;

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
  private high = false;

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

  /** As of the last half second. */
  get isHigh(): boolean {
    return this.high;
  }

  private look(): void {
    // Nobody may have come to the end of the line yet.
    const [oldest] = this.waiting.values();
    const best = Number.isFinite(this.shortest) ? this.shortest : performance.now() - (oldest ?? performance.now());
    this.high = best > STANDING || this.delays.mean / 1e6 - RESOLUTION > MOST_DELAY;
    this.shortest = Number.POSITIVE_INFINITY;
    this.delays.reset();
  }
}
