import { authExchange } from '@urql/exchange-auth';
import { createClient as createSocket } from 'graphql-ws';
import { cacheExchange, Client, type CombinedError, fetchExchange, subscriptionExchange } from 'urql';
import { type Connection } from './connection';
import { bearer, OWN_PAGE, type TokenSource } from './tokens';

const isUnauthenticated = (error: CombinedError): boolean =>
  error.graphQLErrors.some(({ extensions }) => extensions.code === 'UNAUTHENTICATED');

/** What the socket is closed with when nobody listens any more. */
const NORMAL = 1000;

const wasLost = (event: unknown): boolean => !(event instanceof CloseEvent) || event.code !== NORMAL;

const socketUrl = (): string => `${location.origin.replace(/^http/, 'ws')}/graphql`;

/**
 * GraphQL over HTTP, subscriptions over graphql-ws. A request that the server does not know the caller of is sent once
 * more with a new token; a socket comes back by itself, with a token of then.
 */
export function createGraphqlClient(tokens: TokenSource, connection?: Connection): Client {
  const socket = createSocket({
    url: socketUrl(),
    lazy: true,
    keepAlive: 10_000,
    retryAttempts: Infinity,
    shouldRetry: () => true,
    on: {
      closed: (event) => {
        if (wasLost(event)) connection?.lost();
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
