import { ApolloServerErrorCode, ApolloServerValidationErrorCode } from '@apollo/server/errors';
import { Logger } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { currentCorrelationId } from '../context/request-context.js';
import { faultOf } from '../errors/fault.js';
import { limitOf } from './limit-error.js';
import { withoutValues } from './without-values.js';

/** What is wrong with the request itself: its text, its variables, how it was sent. */
const REQUEST_CODES: ReadonlySet<unknown> = new Set(
  [...Object.values(ApolloServerErrorCode), ...Object.values(ApolloServerValidationErrorCode)].filter(
    (code) => code !== ApolloServerErrorCode.INTERNAL_SERVER_ERROR,
  ),
);

const logger = new Logger('GraphQL');

/**
 * Total: the only form in which an error leaves through GraphQL. `extensions` holds `code`, the details of that code
 * (`retryAfterSeconds` with UNAVAILABLE) and the `correlationId` to look for in the logs.
 */
export function formatGraphqlError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { path, locations } = formatted;
  const place = { ...(locations !== undefined && { locations }), ...(path !== undefined && { path }) };
  const correlationId = currentCorrelationId();
  const thrown = originOf(error);
  if (thrown instanceof GraphQLError && path === undefined) {
    const message = withoutValues(withoutSuggestion(thrown.message));
    return { message, ...place, extensions: { ...limitOf(thrown), code: requestCodeOf(formatted), correlationId } };
  }
  const { code, message, details } = faultOf(thrown);
  if (code === 'INTERNAL') logger.error({ err: thrown, correlationId, path }, 'operation failed');
  return { message, ...place, extensions: { ...details, code, correlationId } };
}

/** What was thrown in the first place; GraphQL wraps it, sometimes twice. */
function originOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError !== undefined ? originOf(error.originalError) : error;
}

/** One of Apollo's codes. Over a socket, graphql-ws gives errors of parsing and validation without any. */
export function requestCodeOf({ extensions }: Pick<GraphQLFormattedError, 'extensions'>): string {
  const code = extensions?.['code'];
  return REQUEST_CODES.has(code) ? String(code) : ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED;
}

/** GraphQL helps the guessing of fields, which the schema answers to those who may read it. */
const withoutSuggestion = (message: string): string => message.replace(/ ?Did you mean .*\?$/s, '');
