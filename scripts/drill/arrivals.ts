import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from '../chaos/asking.js';
import { type History } from '../chaos/history.js';
import { type Scene } from '../chaos/scene.js';
import { ApiError } from '../client/api-client.js';
import { type Attempt, type Desk } from '../client/desk.js';
import { type Kiosk } from '../client/kiosk.js';
import { upload } from '../client/upload.js';
import { type Random } from '../support/random.js';

/** How often somebody whose validation is open tries to send their frames. */
const UPLOAD_TRIES = 5;
const AGAIN_AFTER_MS = 500;

/** What the server says when there is too much to do; nothing was recorded. */
const BUSY = 'CHECKPOINT_BUSY';

const noted = ({ id, state, reason }: Attempt) => ({ attemptId: id, state, reason });

/** People who come when they come, whether or not those before them are done: unlike queues, which slow down with the server. */
export class Arrivals {
  private readonly under: Promise<unknown>[] = [];
  private count = 0;

  /** @param cards of the people; @param face that all of them have */
  constructor(
    private readonly scene: Scene,
    private readonly history: History,
    private readonly random: Random,
    private readonly cards: readonly [string, ...string[]],
    private readonly face: Buffer,
  ) {}

  /** @param rate people in a second, at random moments */
  async come(rate: number, seconds: number): Promise<void> {
    const end = performance.now() + seconds * 1_000;
    for (let next = performance.now(); next < end; next -= (Math.log(1 - this.random.between(0, 1)) / rate) * 1_000) {
      await sleep(Math.max(0, next - performance.now()));
      this.under.push(this.one());
    }
    await Promise.all(this.under.splice(0));
  }

  /** So many people, each of whom comes back as soon as their upload is decided. @param isDecided whether it is */
  async takeTurns(people: number, seconds: number, isDecided: (attemptId: string) => Promise<boolean>): Promise<void> {
    const end = performance.now() + seconds * 1_000;
    const comeAgain = async () => {
      while (performance.now() < end) {
        const attemptId = await this.one();
        while (attemptId !== undefined && performance.now() < end && !(await isDecided(attemptId))) await sleep(40);
      }
    };
    await Promise.all(Array.from({ length: people }, comeAgain));
  }

  /** @returns the attempt whose frames were taken */
  private async one(): Promise<string | undefined> {
    const key = randomUUID();
    const kiosk = this.scene.kiosks[this.count++ % this.scene.kiosks.length];
    if (kiosk === undefined) throw new Error('The scene has no kiosk.');
    this.history.begin(key, 'genuine');
    const note = (step: 'turn' | 'open' | 'upload') => ({ history: this.history, visit: key, step });
    const opened = await ask(
      note('open'),
      () => this.open(kiosk, key),
      ({ attempt }) => noted(attempt),
    );
    if (opened.kind !== 'acknowledged' || opened.value.__typename !== 'ValidationOpened') return undefined;
    const { attempt, capture } = opened.value;
    for (let tries = 0; tries < UPLOAD_TRIES; tries++) {
      const sent = await ask(
        note('upload'),
        () => send(kiosk, capture.token, this.face),
        () => ({ attemptId: attempt.id }),
      );
      if (sent.kind === 'acknowledged') return attempt.id;
      await sleep(AGAIN_AFTER_MS);
    }
    return undefined;
  }

  private async open(kiosk: Kiosk, key: string): ReturnType<Desk['open']> {
    const desk = await kiosk.desk();
    const nonce = await desk.turn(kiosk.checkpointId);
    const opened = await desk.open(kiosk.checkpointId, this.random.oneOf(this.cards), key, { nonce });
    if (opened.__typename === 'CheckpointBusy') throw new ApiError('There is too much to do.', BUSY);
    return opened;
  }
}

async function send({ url }: Kiosk, ticket: string, face: Buffer): Promise<void> {
  const { status, body } = await upload(url, ticket, [face]);
  if (status !== 202) throw new ApiError(`The upload was answered with ${status}.`, body.code);
}
