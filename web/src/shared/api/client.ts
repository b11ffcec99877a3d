import { authExchange } from '@urql/exchange-auth';
import { createClient as createSocket } from 'graphql-ws';
import { cacheExchange, Client, type CombinedError, fetchExchange, subscriptionExchange } from 'urql';
import { type Connection } from './connection';
import { bearer, OWN_PAGE, type TokenSource } from './tokens';

const isUnauthenticated = (error: CombinedError): boolean =>
  error.graphQLErrors.some(({ extensions }) => extensions.code === 'UNAUTHENTICATED');

const PING_MS = 10_000;
const PONG_MS = 5_000;

/** What the socket is closed with when nobody listens any more. */
const NORMAL = 1000;

const wasLost = (event: unknown): boolean => !(event instanceof CloseEvent) || event.code !== NORMAL;

const socketUrl = (): string => `${location.origin.replace(/^http/, 'ws')}/graphql`;

/**
 * GraphQL over HTTP, subscriptions over graphql-ws. A request that the server does not know the caller of is sent once
 * more with a new token; a socket comes back by itself, with a token of then.
 */
export function createGraphqlClient(tokens: TokenSource, connection?: Connection): Client {
  // A network that is gone closes no socket: it is seen by a ping that nobody answers.
  let unanswered: ReturnType<typeof setTimeout> | undefined;
  const socket = createSocket({
    url: socketUrl(),
    lazy: true,
    keepAlive: PING_MS,
    retryAttempts: Infinity,
    shouldRetry: () => true,
    on: {
      closed: (event) => {
        clearTimeout(unanswered);
        if (wasLost(event)) connection?.lost();
      },
      ping: (isReceived) => {
        if (isReceived) return;
        unanswered = setTimeout(() => {
          socket.terminate();
        }, PONG_MS);
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
    fetchOptions: { headers: OWN_PAGE, credentials: 'same-origin' },
    exchanges: [
      cacheExchange,
      authExchange(async (utils) => {
        await Promise.resolve();
        return {
          addAuthToOperation: (operation) => utils.appendHeaders(operation, bearer(tokens.current())),
          didAuthError: isUnauthenticated,
          refreshAuth: async () => {
            await tokens.renew();
          },
        };
      }),
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
