import { createClient as createSocket } from 'graphql-ws';
import { cacheExchange, Client, fetchExchange, mapExchange, subscriptionExchange } from 'urql';
import { authenticating } from './authenticating';
import { bearer, OWN_PAGE, type TokenSource } from './tokens';

const socketUrl = (): string => `${location.origin.replace(/^http/, 'ws')}/graphql`;

/** Where a request came to nothing the server says `data: null`, which the types of urql do not know: for them there is none. */
const nullIsNothing = mapExchange({
  onResult: (result) => (result.data === null ? { ...result, data: undefined } : result),
});

/**
 * GraphQL over HTTP, subscriptions over graphql-ws: a socket comes back by itself, with a token of then.
 * @param memory whether answers are kept in it
 */
export function createGraphqlClient(tokens: TokenSource, memory: 'keeps' | 'forgets' = 'keeps'): Client {
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
      nullIsNothing,
      ...(memory === 'keeps' ? [cacheExchange] : []),
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
