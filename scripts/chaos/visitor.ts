import { randomUUID } from 'node:crypto';
import { type Kiosk } from '../client/kiosk.js';
import { type Random } from '../support/random.js';
import { type History, type VisitorKind } from './history.js';
import { type Scene } from './scene.js';
import { Visit } from './visit.js';

/** How a client errs, beside all that goes wrong on its way. */
const HABITS = ['none', 'none', 'opens twice', 'uploads twice', 'comes back late'] as const;
type Habit = (typeof HABITS)[number];

const KINDS = ['genuine', 'genuine', 'genuine', 'impostor', 'revoked', 'unknown', 'replayed-turn'] as const;

interface VisitorOptions {
  readonly kiosk: Kiosk;
  readonly scene: Scene;
  readonly history: History;
  readonly random: Random;
  /** Nobody waits for an answer any more. */
  readonly givenUp: AbortSignal;
}

/** A kiosk to which one person comes after the other. */
export class Visitor {
  constructor(private readonly options: VisitorOptions) {}

  /** Until `over`; who is there by then still gets an answer. */
  async comeAndGo(over: AbortSignal): Promise<void> {
    const { random, givenUp } = this.options;
    while (!over.aborted && !givenUp.aborted) await this.come(random.oneOf(KINDS), random.oneOf(HABITS));
  }

  /** From the QR to the answer. */
  async come(kind: VisitorKind, habit: Habit = 'none'): Promise<void> {
    if (kind !== 'replayed-turn') {
      await this.validate(kind, habit);
      return;
    }
    const used = await this.validate('genuine', 'none');
    if (used !== undefined) await this.validate(kind, habit, used);
  }

  /** @param used a nonce that is used already; without it, a new one. @returns the nonce, once it is used */
  private async validate(kind: VisitorKind, habit: Habit, used?: string): Promise<string | undefined> {
    const { kiosk, scene, history, random, givenUp } = this.options;
    const key = randomUUID();
    const visit = new Visit({ kiosk, history, key, givenUp, bearer: scene.bearer(kind, random) });
    history.begin(key, kind);
    const nonce = used ?? (await visit.turn());
    if (nonce === undefined) return undefined;
    const twin = habit === 'opens twice' ? visit.openOnce(nonce) : undefined;
    const opened = await visit.open(nonce);
    await twin;
    if (opened?.__typename === 'ValidationOpened')
      await this.show(visit, opened.attempt.id, opened.capture.token, habit);
    if (habit === 'comes back late') await visit.openOnce(nonce);
    return opened === undefined ? undefined : nonce;
  }

  private async show(visit: Visit, attemptId: string, ticket: string, habit: Habit): Promise<void> {
    const twin = habit === 'uploads twice' ? visit.sendOnce(attemptId, ticket) : undefined;
    await visit.send(attemptId, ticket);
    await twin;
    await visit.end(attemptId);
    if (habit === 'comes back late') await visit.sendOnce(attemptId, ticket);
  }
}
