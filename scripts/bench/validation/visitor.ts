import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { type Desk } from '../../client/desk.js';
import { type Performance } from '../../demo/actor.js';

export interface Visit {
  /** The final state, or why there is none. */
  readonly outcome: string;
  /** From the QR to the final state; where somebody had to act first, from their last frame to it. */
  readonly milliseconds: number;
  /** Shown. */
  readonly frames: number;
}

/** Somebody with a card and a face, before a kiosk that keeps one connection for results, as a page does. */
export class Visitor {
  private readonly results: Client;

  constructor(
    private readonly desk: Desk,
    private readonly checkpointId: string,
    private readonly card: string,
    /** What they show when these steps are asked of them; none before a passive checkpoint. */
    private readonly play: (steps: readonly string[]) => Promise<Performance>,
  ) {
    const { url, token } = desk.client;
    this.results = createClient({
      url: `${url.replace(/^http/, 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      lazy: false,
      connectionParams: { authorization: `Bearer ${token ?? ''}` },
    });
  }

  async validate(): Promise<Visit> {
    const began = performance.now();
    const opened = await this.desk.open(this.checkpointId, this.card);
    if (opened.__typename !== 'ValidationOpened') return { outcome: opened.__typename, milliseconds: 0, frames: 0 };
    const end = this.end(opened.attempt.id);
    const { frames, capturedAt } = await this.play(opened.challenge?.steps ?? []);
    const acting = capturedAt.at(-1) ?? 0;
    if (acting > 0) await sleep(acting);
    const waited = performance.now();
    await this.desk.send(opened.capture.token, frames, frames.length > 1 ? capturedAt : undefined);
    const outcome = await end;
    return { outcome, milliseconds: performance.now() - (acting > 0 ? waited : began), frames: frames.length };
  }

  async leave(): Promise<void> {
    await this.results.dispose();
  }

  private async end(id: string): Promise<string> {
    const query = 'subscription End($id: ID!) { validationChanged(id: $id) { state } }';
    let state = 'unknown';
    for await (const { data } of this.results.iterate<Change>({ query, variables: { id } })) {
      state = data?.validationChanged.state ?? state;
    }
    return state;
  }
}

interface Change {
  readonly validationChanged: { readonly state: string };
}
