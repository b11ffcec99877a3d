import { Store } from '../../shared/parts/store';
import { Stopwatch } from '../parts/stopwatch';

/** What the server says when it is asked for a pass. */
export type Drawn =
  /** @param life milliseconds from when it was asked for: by the server's clock alone */
  | { readonly kind: 'pass'; readonly text: string; readonly life: number }
  /** Revoked, or over. */
  | { readonly kind: 'none' }
  | { readonly kind: 'failed' };

export type PassState =
  | { readonly kind: 'waiting' | 'covered' | 'none' }
  | {
      readonly kind: 'shown';
      readonly text: string;
      /** Milliseconds from now to the next one, or to the end of this one while `isStuck`. */
      readonly left: number;
      /** There is no next one for now. */
      readonly isStuck: boolean;
    };

/** Milliseconds. */
const TICK = 250;
const AGAIN = 1_000;
const LOOK_AGAIN = 10_000;
/** The part of a pass's life after which the next one is asked for. */
const EARLY = 2 / 3;

interface Shown {
  readonly text: string;
  readonly life: number;
  readonly age: Stopwatch;
}

/**
 * The pass that may be shown now, and none other. It asks for the next one in time, for as long as the page is seen; what
 * is over is covered, whatever keeps the next one away.
 */
export class PassFeed {
  private readonly store = new Store<PassState>({ kind: 'waiting' });
  private shown: Shown | undefined;
  /** Since when, and for how many milliseconds, nothing is asked. */
  private rest: { readonly since: Stopwatch; readonly for: number } | undefined;
  /** The asking whose answer counts; those before it were overtaken. */
  private round = 0;
  private isAsking = false;
  private timer: ReturnType<typeof setInterval> | undefined;

  readonly state = this.store.get;
  readonly subscribe = this.store.subscribe;

  constructor(private readonly draw: () => Promise<Drawn>) {}

  /** @returns stops it */
  run(): () => void {
    document.addEventListener('visibilitychange', this.followSight);
    addEventListener('online', this.renew);
    this.followSight();
    return () => {
      document.removeEventListener('visibilitychange', this.followSight);
      removeEventListener('online', this.renew);
      this.pause();
    };
  }

  /** Another one, now. */
  readonly renew = (): void => {
    if (this.timer !== undefined && !this.isAsking) void this.ask();
  };

  private readonly followSight = (): void => {
    if (document.visibilityState !== 'visible') this.pause();
    else if (this.timer === undefined) {
      this.timer = setInterval(this.tick, TICK);
      void this.ask();
    }
  };

  private pause(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.round += 1;
    this.isAsking = false;
    this.shown = undefined;
    this.store.set({ kind: 'waiting' });
  }

  private readonly tick = (): void => {
    if (this.shown !== undefined && this.shown.age.elapsed() >= this.shown.life) {
      this.shown = undefined;
      this.store.set({ kind: 'covered' });
    }
    const isResting = this.rest !== undefined && this.rest.since.elapsed() < this.rest.for;
    if (!this.isAsking && !isResting) void this.ask();
  };

  private async ask(): Promise<void> {
    const round = ++this.round;
    this.isAsking = true;
    const age = new Stopwatch();
    const drawn = await this.draw();
    if (round !== this.round) return;
    this.isAsking = false;
    this.take(drawn, age);
  }

  private take(drawn: Drawn, age: Stopwatch): void {
    switch (drawn.kind) {
      case 'pass':
        this.show({ text: drawn.text, life: drawn.life, age });
        return;
      case 'none':
        this.shown = undefined;
        this.rest = { since: age, for: LOOK_AGAIN };
        this.store.set({ kind: 'none' });
        return;
      case 'failed':
        this.rest = { since: new Stopwatch(), for: AGAIN };
        this.stick();
    }
  }

  private show(shown: Shown): void {
    this.shown = shown;
    const restFor = shown.life * EARLY;
    this.rest = { since: shown.age, for: restFor };
    this.store.set({ kind: 'shown', text: shown.text, left: restFor - shown.age.elapsed(), isStuck: false });
  }

  private stick(): void {
    const now = this.store.get();
    if (this.shown === undefined) this.store.set({ kind: 'covered' });
    else if (now.kind !== 'shown' || !now.isStuck) {
      const { text, life, age } = this.shown;
      this.store.set({ kind: 'shown', text, left: life - age.elapsed(), isStuck: true });
    }
  }
}
