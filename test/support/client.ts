import assert from 'node:assert/strict';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

export interface GraphqlAnswer<Data> {
  readonly status: number;
  readonly data: Data | undefined;
  readonly errors: readonly { readonly message: string; readonly extensions: Readonly<Record<string, unknown>> }[];
}

type Variables = Readonly<Record<string, unknown>>;

/** Speaks GraphQL and uploads, as any client does. */
export class Client {
  constructor(
    readonly url: string,
    readonly token?: string,
  ) {}

  static async signIn(url: string, { email, password }: { email: string; password: string }): Promise<Client> {
    const data = await new Client(url).ask<{ signIn: { accessToken: string } }>(
      `mutation ($input: SignInInput!) { signIn(input: $input) { ... on SignedIn { accessToken } } }`,
      { input: { email, password } },
    );
    return new Client(url, data.signIn.accessToken);
  }

  async send<Data>(query: string, variables: Variables = {}): Promise<GraphqlAnswer<Data>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.authorization() },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as Partial<GraphqlAnswer<Data>>;
    return { status: response.status, data: body.data ?? undefined, errors: body.errors ?? [] };
  }

  /** The data of an answer without errors. */
  async ask<Data>(query: string, variables: Variables = {}): Promise<Data> {
    const { data, errors } = await this.send<Data>(query, variables);
    assert.deepEqual(errors, []);
    assert.ok(data !== undefined);
    return data;
  }

  /** The code of the first error. */
  async errorCode(query: string, variables: Variables = {}): Promise<unknown> {
    const { errors } = await this.send(query, variables);
    return errors[0]?.extensions['code'];
  }

  /** What a subscription yields until it completes. */
  async *follow<Data>(query: string, variables: Variables): AsyncGenerator<Data> {
    const client = createClient({
      url: `${this.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: this.authorization(),
    });
    try {
      for await (const { data, errors } of client.iterate<Data>({ query, variables })) {
        assert.equal(errors, undefined);
        if (data !== null && data !== undefined) yield data;
      }
    } finally {
      await client.dispose();
    }
  }

  private authorization(): Record<string, string> {
    return this.token === undefined ? {} : { authorization: `Bearer ${this.token}` };
  }
}

export interface UploadAnswer {
  readonly status: number;
  readonly body: { readonly code?: string; readonly details?: Readonly<Record<string, unknown>>; readonly id?: string };
}

/** The parts in the order given: a Buffer is a frame, a string the field `capturedAt`. */
export async function upload(url: string, ticket: string, parts: readonly (Buffer | string)[]): Promise<UploadAnswer> {
  const form = new FormData();
  parts.forEach((part, index) => {
    if (typeof part === 'string') form.append('capturedAt', part);
    else form.append('frame', new Blob([new Uint8Array(part)]), `frame-${index}.jpg`);
  });
  return send(url, ticket, form);
}

export async function send(url: string, ticket: string, body: FormData | string): Promise<UploadAnswer> {
  const response = await fetch(`${url}/captures`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ticket}` },
    body,
  });
  return { status: response.status, body: (await response.json()) as UploadAnswer['body'] };
}
