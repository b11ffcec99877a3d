import { RemoteWork } from '../remote-work';
import { type Reading } from './reading';

/** Pixels of the picture that the detector gets. */
const WIDTH = 320;
/** Milliseconds after which a picture without an answer counts as one that nobody looks at: hints help, nothing waits for them. */
const PATIENCE = 1_200;
/** So many in a row, and this device is too slow for hints, or can't give any. */
const GIVE_UP = 4;
/** How often the library is fetched, and milliseconds between two times. */
const LOADS = 5;
const LOAD_AGAIN = 5_000;

/** Follows the face in the browser, in a thread of its own. Without it everything works by the clock. */
export class FaceWatch {
  private remote: RemoteWork<ImageBitmap, Reading | null> | undefined;
  private loads = 0;
  private misses = 0;
  private hasAnswered = false;
  private pending: Promise<unknown> | undefined;

  /** Whether it sees anything on this device; false until it has. */
  get works(): boolean {
    return this.hasAnswered && this.misses < GIVE_UP;
  }

  /** Fetches library and networks, and looks once: the first look takes longest. */
  async load(picture: ImageBitmapSource): Promise<void> {
    if (this.remote !== undefined || this.loads === LOADS) return;
    this.loads++;
    const worker = new Worker(new URL('./face.worker.ts', import.meta.url), { type: 'module' });
    this.remote = new RemoteWork(worker);
    const first = await this.ask(picture).catch(() => null);
    this.hasAnswered = first !== null;
    if (this.hasAnswered) return;
    worker.terminate();
    // Perhaps the network was away, or the camera: once more, a little later.
    await after(LOAD_AGAIN);
    this.remote = undefined;
  }

  /** @returns undefined when there is no answer in time */
  async read(picture: ImageBitmapSource): Promise<Reading | undefined> {
    if (!this.works || this.pending !== undefined) return undefined;
    const asked = this.ask(picture).catch(() => null);
    this.pending = asked.finally(() => (this.pending = undefined));
    const answer = await Promise.race([asked, after(PATIENCE)]);
    this.misses = answer === null ? this.misses + 1 : 0;
    return answer ?? undefined;
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
