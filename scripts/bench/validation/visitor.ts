import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { type Desk } from '../../client/desk.js';

/** Somebody with a card and a face, before a kiosk that keeps one connection for results, as a page does. */
export class Visitor {
  private readonly results: Client;

  constructor(
    private readonly desk: Desk,
    private readonly checkpointId: string,
    private readonly card: string,
    private readonly frames: readonly Buffer[],
  ) {
    const { url, token } = desk.client;
    this.results = createClient({
      url: `${url.replace(/^http/, 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      lazy: false,
      connectionParams: { authorization: `Bearer ${token ?? ''}` },
    });
  }

  /** From the QR to the final state. @returns the state, or why there is none */
  async validate(): Promise<string> {
    const opened = await this.desk.open(this.checkpointId, this.card);
    if (opened.__typename !== 'ValidationOpened') return opened.__typename;
    const end = this.end(opened.attempt.id);
    await this.desk.send(opened.capture.token, this.frames);
    return end;
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
