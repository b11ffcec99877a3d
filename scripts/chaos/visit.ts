import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError } from '../client/api-client.js';
import { type Attempt, type OpenedValidation } from '../client/desk.js';
import { type Kiosk } from '../client/kiosk.js';
import { upload } from '../client/upload.js';
import { type Answer, ask, type Noted } from './asking.js';
import { type History, type HistoryEvent } from './history.js';
import { type Bearer } from './scene.js';

const LOOK = `query Look($id: ID!) { validation(id: $id) { id state reason } }`;
const LOOK_EVERY_MS = 200;
const AGAIN_AFTER_MS = 400;

/** The states that are not final. */
const GOING_ON: ReadonlySet<string> = new Set(['OPEN', 'QUEUED', 'PROCESSING']);

export interface VisitOptions {
  readonly kiosk: Kiosk;
  readonly history: History;
  /** The idempotency key. */
  readonly key: string;
  readonly bearer: Bearer;
  /** Nobody waits for an answer any more. */
  readonly givenUp: AbortSignal;
}

/** One validation, asked for until there is an answer to each step, always with the same key, nonce and ticket. */
export class Visit {
  constructor(private readonly options: VisitOptions) {}

  /** @returns undefined when it was given up */
  async turn(): Promise<string | undefined> {
    const { kiosk } = this.options;
    const nonce = async () => (await kiosk.desk()).turn(kiosk.checkpointId);
    return this.untilAnswered(() => ask(this.noted('turn'), nonce, () => ({})));
  }

  /** @returns undefined when it was refused or given up */
  open(nonce: string): Promise<OpenedValidation | undefined> {
    return this.untilAnswered(() => this.openOnce(nonce));
  }

  openOnce(nonce: string): Promise<Answer<OpenedValidation>> {
    const { kiosk, bearer, key } = this.options;
    const open = async () => {
      const opened = await (await kiosk.desk()).open(kiosk.checkpointId, bearer.card, key, { nonce });
      if (opened.__typename === 'CheckpointBusy') throw new ApiError('The checkpoint is busy.', 'UNAVAILABLE');
      return opened;
    };
    return ask(this.noted('open'), open, ({ attempt }) => ofAttempt(attempt));
  }

  async send(attemptId: string, ticket: string): Promise<void> {
    await this.untilAnswered(() => this.sendOnce(attemptId, ticket));
  }

  sendOnce(attemptId: string, ticket: string): Promise<Answer<void>> {
    const { kiosk, bearer } = this.options;
    const send = async () => {
      const { status, body } = await upload(kiosk.url, ticket, [bearer.face]);
      if (status !== 202) throw new ApiError(`The upload was answered with ${status}.`, body.code);
    };
    return ask(this.noted('upload'), send, () => ({ attemptId }));
  }

  /** Looks until the attempt is final. */
  async end(attemptId: string): Promise<void> {
    const { givenUp } = this.options;
    while (!givenUp.aborted) {
      const attempt = await this.untilAnswered(() => this.look(attemptId));
      if (attempt === undefined || !GOING_ON.has(attempt.state)) return;
      await pause(LOOK_EVERY_MS, givenUp);
    }
  }

  private look(id: string): Promise<Answer<Attempt>> {
    const { kiosk } = this.options;
    const look = async () => (await (await kiosk.client()).ask<{ validation: Attempt }>(LOOK, { id })).validation;
    return ask(this.noted('look'), look, ofAttempt);
  }

  private noted(step: HistoryEvent['step']): Noted {
    return { history: this.options.history, visit: this.options.key, step };
  }

  private async untilAnswered<T>(request: () => Promise<Answer<T>>): Promise<T | undefined> {
    const { givenUp } = this.options;
    while (!givenUp.aborted) {
      const answer = await request();
      if (answer.kind === 'acknowledged') return answer.value;
      if (answer.kind === 'refused') return undefined;
      await pause(AGAIN_AFTER_MS, givenUp);
    }
    return undefined;
  }
}

const ofAttempt = ({ id, state, reason }: Attempt): Partial<HistoryEvent> => ({ attemptId: id, state, reason });

const pause = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
};
