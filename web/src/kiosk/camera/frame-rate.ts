/** Milliseconds over which pictures are counted. */
const WINDOW = 3_000;

interface Count {
  readonly at: number;
  readonly frames: number;
}

/** How many pictures a second a camera really gives: what it promises says nothing of a dark room or an old hub. */
export class FrameRate {
  private counts: readonly Count[] = [];

  begin(): void {
    this.counts = [];
  }

  /** @param now milliseconds. @returns undefined before there is enough to count */
  look(video: HTMLVideoElement, now: number): number | undefined {
    // Of a page that is not seen no pictures are drawn.
    if (document.hidden) {
      this.begin();
      return undefined;
    }
    const frames = video.getVideoPlaybackQuality().totalVideoFrames;
    this.counts = [...this.counts.filter(({ at }) => now - at <= WINDOW), { at: now, frames }];
    const [first = { at: now, frames }] = this.counts;
    const passed = now - first.at;
    return passed < WINDOW * 0.8 ? undefined : ((frames - first.frames) * 1_000) / passed;
  }
}
