import { createClient as createSocket } from 'graphql-ws';
import { cacheExchange, Client, fetchExchange, subscriptionExchange } from 'urql';
import { authenticating } from './authenticating';
import { bearer, OWN_PAGE, type TokenSource } from './tokens';

const socketUrl = (): string => `${location.origin.replace(/^http/, 'ws')}/graphql`;

/** GraphQL over HTTP, subscriptions over graphql-ws: a socket comes back by itself, with a token of then. */
export function createGraphqlClient(tokens: TokenSource): Client {
  const socket = createSocket({
    url: socketUrl(),
    lazy: true,
    keepAlive: 10_000,
    retryAttempts: Infinity,
    shouldRetry: () => true,
    connectionParams: async () => bearer(tokens.current() ?? (await tokens.renew())),
  });
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetchOptions: { headers: OWN_PAGE, credentials: 'same-origin' },
    exchanges: [
      cacheExchange,
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
