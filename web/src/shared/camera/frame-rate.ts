/** Milliseconds over which pictures are counted. */
const WINDOW = 3_000;

interface Count {
  readonly at: number;
  readonly frames: number;
}

/**
 * How many pictures a second a camera really gives: what it promises says nothing of a dark room or an old hub. By the frames that
 * the browser has shown, which Firefox counts of a camera in no other way.
 */
export class FrameRate {
  private counts: readonly Count[] = [];
  private shown: number | undefined;

  constructor(private readonly video: HTMLVideoElement) {
    this.follow();
  }

  /** Of another camera. */
  begin(): void {
    this.counts = [];
    this.shown = undefined;
  }

  /** @param now milliseconds. @returns undefined before there is enough to count, and where the browser does not tell */
  look(now: number): number | undefined {
    // Of a page that is not seen no pictures are drawn.
    if (document.hidden) this.begin();
    if (this.shown === undefined) return undefined;
    const frames = this.shown;
    this.counts = [...this.counts.filter(({ at }) => now - at <= WINDOW), { at: now, frames }];
    const [first = { at: now, frames }] = this.counts;
    const passed = now - first.at;
    return passed < WINDOW * 0.8 ? undefined : ((frames - first.frames) * 1_000) / passed;
  }

  private follow(): void {
    if (!('requestVideoFrameCallback' in this.video)) return;
    this.video.requestVideoFrameCallback((_, { presentedFrames }) => {
      this.shown = presentedFrames;
      this.follow();
    });
  }
}
