import { ApolloServerErrorCode } from '@apollo/server/errors';
import {
  type DocumentNode,
  type ExecutionArgs,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  parse,
  specifiedRules,
  validate,
  type ValidationRule,
} from 'graphql';
import { type Context, type ServerOptions, type SubscribePayload } from 'graphql-ws';
import { LRUCache } from 'lru-cache';
import { formatGraphqlError } from '../../common/graphql/format-error.js';
import { limitRules, parseLimits } from './limits.js';

/** What guards read of a request; for a socket, the parameters of its connection take the place of headers. */
export interface RequestLike {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Of the client, as far as our proxies are trusted. */
  readonly ip?: string | undefined;
}

/** The context of an operation over graphql-ws; over HTTP it is the request itself. */
export const socketContext = ({ connectionParams }: Context, ip: string): { req: RequestLike } => ({
  req: { headers: headersOf(connectionParams), ip },
});

/** Good documents that are remembered; a page sends the same few again and again. */
const REMEMBERED = 500;

/** What Apollo does with documents over HTTP: the same limits, the same code for the same mistake, and a memory of good ones. */
export class Documents {
  private readonly good = new LRUCache<string, DocumentNode>({ max: REMEMBERED });

  /** @param rules beside those of the specification and our limits */
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly rules: readonly ValidationRule[],
  ) {}

  /** @returns the operation to run, or the errors to answer with */
  check({ query, operationName, variables }: SubscribePayload): ExecutionArgs | readonly GraphQLError[] {
    const document = this.good.get(query) ?? parsed(query);
    if (document instanceof GraphQLError) return [document];
    if (!this.good.has(query)) {
      const errors = validate(this.schema, document, [...specifiedRules, ...limitRules, ...this.rules]);
      if (errors.length > 0) return errors;
      this.good.set(query, document);
    }
    return { schema: this.schema, document, operationName: operationName ?? null, variableValues: variables ?? null };
  }
}

function parsed(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query, parseLimits);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return new GraphQLError(error.message, { extensions: { code: ApolloServerErrorCode.GRAPHQL_PARSE_FAILED } });
  }
}

function headersOf(parameters: Context['connectionParams']): Record<string, string> {
  const entries = Object.entries(parameters ?? {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), value]));
}

const format = (errors: readonly GraphQLError[]) => errors.map((error) => formatGraphqlError(error.toJSON(), error));

/** graphql-ws does not go through Apollo's `formatError`: what a client sees of an error is made the same here. */
export const subscriptionErrors: Pick<ServerOptions, 'onNext' | 'onError'> = {
  onError: (_context, _id, _payload, errors) => format(errors),
  onNext: (_context, _id, _payload, _args, result): FormattedExecutionResult | undefined => {
    const errors = (result.errors ?? []).filter((error) => error instanceof GraphQLError);
    return errors.length === 0 ? undefined : ({ ...result, errors: format(errors) } as FormattedExecutionResult);
  },
};
