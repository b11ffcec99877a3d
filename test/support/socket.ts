import { createClient } from 'graphql-ws';
import { type CloseEvent, WebSocket } from 'ws';
import { type ApiClient } from '../../scripts/client/api-client.js';

export interface SocketError {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface SocketAnswer {
  readonly data?: unknown;
  readonly errors: readonly SocketError[];
  /** The code that the server closed the socket with instead of an answer. */
  readonly closed?: number;
}

/** Asks once over graphql-ws. */
export async function askOverSocket(
  { url, token }: ApiClient,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<SocketAnswer> {
  const client = createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: token === undefined ? {} : { authorization: `Bearer ${token}` },
    retryAttempts: 0,
  });
  try {
    for await (const { data, errors = [] } of client.iterate({ query, variables })) return { data, errors };
    return { errors: [] };
  } catch (refusal) {
    if (Array.isArray(refusal)) return { errors: refusal as SocketError[] };
    return { errors: [], closed: (refusal as CloseEvent).code };
  } finally {
    await client.dispose();
  }
}
