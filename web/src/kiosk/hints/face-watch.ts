import { RemoteWork } from '../remote-work';
import { type Reading } from './reading';

/** Pixels of the picture that the detector gets. */
const WIDTH = 320;
/** Milliseconds after which a picture without an answer counts as one that nobody looks at: hints help, nothing waits for them. */
const PATIENCE = 1_200;
/** So many in a row, and this device is too slow for hints, or can't give any, for now. */
const GIVE_UP = 4;
/** Milliseconds until it is tried again: the network was away, the camera, or the device had other work. */
const TRY_AGAIN = { soon: 5_000, later: 60_000 } as const;
/** How often soon. */
const SOON = 5;

/** Follows the face in the browser, in a thread of its own. Without it everything works by the clock. */
export class FaceWatch {
  private worker: Worker | undefined;
  private remote: RemoteWork<ImageBitmap, Reading | null> | undefined;
  private loads = 0;
  private loadAt = -Infinity;
  private misses = 0;
  private hasAnswered = false;
  private pending: Promise<unknown> | undefined;

  /** Whether it sees anything on this device; false until it has. */
  get works(): boolean {
    return this.hasAnswered;
  }

  /**
   * Fetches library and networks where they are not here, and looks once: the first look takes longest.
   * @returns false when that was tried and came to nothing
   */
  async load(picture: ImageBitmapSource): Promise<boolean> {
    if (this.remote !== undefined || performance.now() < this.loadAt) return true;
    this.loads++;
    this.worker = new Worker(new URL('./face.worker.ts', import.meta.url), { type: 'module' });
    this.remote = new RemoteWork(this.worker);
    const first = await this.ask(picture).catch(() => null);
    if (first === null) this.giveUp();
    else [this.hasAnswered, this.misses] = [true, 0];
    return first !== null;
  }

  /** @returns undefined when there is no answer in time */
  async read(picture: ImageBitmapSource): Promise<Reading | undefined> {
    if (!this.works || this.pending !== undefined) return undefined;
    const asked = this.ask(picture).catch(() => null);
    const pending = asked.finally(() => {
      if (this.pending === pending) this.pending = undefined;
    });
    this.pending = pending;
    const answer = await Promise.race([asked, after(PATIENCE)]);
    this.misses = answer === null ? this.misses + 1 : 0;
    if (this.misses >= GIVE_UP) this.giveUp();
    return answer ?? undefined;
  }

  private giveUp(): void {
    this.worker?.terminate();
    this.remote = undefined;
    // Whatever it was asked last has no answer any more.
    this.pending = undefined;
    this.hasAnswered = false;
    this.loadAt = performance.now() + (this.loads < SOON ? TRY_AGAIN.soon : TRY_AGAIN.later);
  }

  private async ask(picture: ImageBitmapSource): Promise<Reading | null> {
    const bitmap = await createImageBitmap(picture, { resizeWidth: WIDTH });
    return (await this.remote?.ask(bitmap, [bitmap])) ?? null;
  }
}

const after = (milliseconds: number): Promise<null> =>
  new Promise((done) => {
    setTimeout(() => {
      done(null);
    }, milliseconds);
  });
