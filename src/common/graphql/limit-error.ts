import { ApolloServerErrorCode } from '@apollo/server/errors';
import { GraphQLError } from 'graphql';

/** What a document has too much of. */
export type GraphqlLimit = 'DEPTH' | 'ALIASES' | 'DIRECTIVES' | 'COST';

/** Apollo gives every error of validation one code; `extensions.limit` says that this one is about a limit, and which. */
export const limitError = (limit: GraphqlLimit, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED, limit } });

/** For `extensions`; empty for errors that are about no limit. */
export function limitOf({ extensions: { limit } }: GraphQLError): { readonly limit?: string } {
  return typeof limit === 'string' ? { limit } : {};
}
