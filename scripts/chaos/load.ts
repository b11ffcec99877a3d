import { Random } from '../support/random.js';
import { History } from './history.js';
import { type Scene } from './scene.js';
import { Visitor } from './visitor.js';

/** Validations with known right answers at every kiosk, until they are told that it is over. */
export class Load {
  readonly history = new History();
  private readonly over = new AbortController();
  private readonly givenUp = new AbortController();
  private readonly coming: Promise<void>;

  /** @param seed of who comes in which order; how many come depends on the server */
  constructor(scene: Scene, seed: number) {
    const { history } = this;
    const visitors = scene.kiosks.map(
      (kiosk, place) =>
        new Visitor({ kiosk, scene, history, random: new Random(seed + place), givenUp: this.givenUp.signal }),
    );
    this.coming = Promise.all(visitors.map((visitor) => visitor.comeAndGo(this.over.signal))).then(() => undefined);
  }

  /**
   * Nobody comes any more; who is there still gets an answer.
   * @param patience milliseconds until they give up
   * @returns whether everybody got one
   */
  async end(patience: number): Promise<boolean> {
    this.over.abort();
    const timer = setTimeout(() => {
      this.givenUp.abort();
    }, patience);
    await this.coming;
    clearTimeout(timer);
    return !this.givenUp.signal.aborted;
  }
}
