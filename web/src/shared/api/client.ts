import { createClient as createSocket } from 'graphql-ws';
import { cacheExchange, Client, fetchExchange, mapExchange, subscriptionExchange } from 'urql';
import { authenticating } from './authenticating';
import { type Connection } from './connection';
import { Patience } from './patience';
import { bearer, OWN_PAGE, type TokenSource } from './tokens';

/** How long a server may take to accept a socket, with a new token for it where one is needed. */
const WELCOME_MS = 10_000;
const PING_MS = 10_000;
const PONG_MS = 5_000;

/** What the socket is closed with when nobody listens any more. */
const NORMAL = 1000;

const wasLost = (event: unknown): boolean => !(event instanceof CloseEvent) || event.code !== NORMAL;

const socketUrl = (): string => `${location.origin.replace(/^http/, 'ws')}/graphql`;

/** Where a request came to nothing the server says `data: null`, which the types of urql do not know: for them there is none. */
const nullIsNothing = mapExchange({
  onResult: (result) => (result.data === null ? { ...result, data: undefined } : result),
});

/** Of one request and all that it causes, as it stands in the logs of every process that has to do with it. */
const correlation = (): Record<string, string> => ({ 'x-correlation-id': crypto.randomUUID() });

interface Choices {
  /** Whether answers are kept in it. */
  readonly memory?: 'keeps' | 'forgets';
  /** Is told when the socket was lost. */
  readonly connection?: Connection;
  /** Asks again what was turned away; one of its own unless it is to be looked at. */
  readonly patience?: Patience;
}

/** GraphQL over HTTP, subscriptions over graphql-ws: a socket comes back by itself, with a token of then. */
export function createGraphqlClient(
  tokens: TokenSource,
  { memory = 'keeps', connection, patience = new Patience() }: Choices = {},
): Client {
  // Neither a network that is gone nor a server that hangs closes a socket: it is seen by what nobody answers.
  let unanswered: ReturnType<typeof setTimeout> | undefined;
  const expectAnswer = (milliseconds: number): void => {
    clearTimeout(unanswered);
    unanswered = setTimeout(() => {
      socket.terminate();
    }, milliseconds);
  };
  const socket = createSocket({
    url: socketUrl(),
    lazy: true,
    keepAlive: PING_MS,
    retryAttempts: Infinity,
    shouldRetry: () => true,
    on: {
      connecting: () => {
        expectAnswer(WELCOME_MS);
      },
      connected: () => {
        clearTimeout(unanswered);
      },
      closed: (event) => {
        clearTimeout(unanswered);
        if (wasLost(event)) connection?.lost();
      },
      ping: (isReceived) => {
        if (!isReceived) expectAnswer(PONG_MS);
      },
      pong: (isReceived) => {
        if (isReceived) clearTimeout(unanswered);
      },
    },
    connectionParams: async () => bearer(tokens.current() ?? (await tokens.renew())),
  });
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: () => ({ headers: { ...OWN_PAGE, ...correlation() }, credentials: 'same-origin' }),
    exchanges: [
      nullIsNothing,
      ...(memory === 'keeps' ? [cacheExchange] : []),
      ...patience.exchanges,
      authenticating(tokens),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query = '', variables }) => ({
          subscribe: (sink) => ({
            unsubscribe: socket.subscribe(
              { query, variables: variables as Record<string, unknown> },
              {
                ...sink,
                next: ({ data = null, errors = [] }) => {
                  sink.next({ data, ...(errors.length > 0 && { errors }) });
                },
              },
            ),
          }),
        }),
      }),
    ],
  });
}
