import { authExchange } from '@urql/exchange-auth';
import { type CombinedError, type Exchange } from 'urql';
import { bearer, type TokenSource } from './tokens';

const isUnauthenticated = (error: CombinedError): boolean =>
  error.graphQLErrors.some(({ extensions }) => extensions.code === 'UNAUTHENTICATED');

/** A request that the server does not know the caller of is sent once more, with a new token. */
export const authenticating = (tokens: TokenSource): Exchange =>
  authExchange(async (utils) => {
    await Promise.resolve();
    return {
      addAuthToOperation: (operation) => utils.appendHeaders(operation, bearer(tokens.current())),
      didAuthError: isUnauthenticated,
      refreshAuth: async () => {
        await tokens.renew();
      },
    };
  });
