import { monitorEventLoopDelay } from 'node:perf_hooks';

/**
 * Milliseconds that even the luckiest caller of a window waited for a connection to the database. A burst is over before;
 * a line in which everybody stands for so long is a standing one (as in CoDel, RFC 8289), and grows.
 */
const STANDING = 100;

/** A line in which the first has waited for less, milliseconds. */
const SHORT = 20;

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
  private isStanding = false;
  private isLate = false;

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

  /** While a line stands, somebody is let in whenever it is short: shut for longer, there would be nothing to do behind the door. */
  get isHigh(): boolean {
    return this.isLate || (this.isStanding && this.longest > SHORT);
  }

  /** Milliseconds that the first in line has waited. */
  private get longest(): number {
    const now = performance.now();
    const [oldest = now] = this.waiting.values();
    return now - oldest;
  }

  private look(): void {
    // Nobody may have come to the end of the line yet.
    const best = Number.isFinite(this.shortest) ? this.shortest : this.longest;
    this.isStanding = best > STANDING;
    this.isLate = this.delays.mean / 1e6 - RESOLUTION > MOST_DELAY;
    this.shortest = Number.POSITIVE_INFINITY;
    this.delays.reset();
  }
}
