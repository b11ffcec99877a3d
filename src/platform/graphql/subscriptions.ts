import { type FormattedExecutionResult, GraphQLError } from 'graphql';
import { type Context, type ServerOptions } from 'graphql-ws';
import { formatGraphqlError } from '../../common/graphql/format-error.js';

/** What guards read of a request; for a socket, the parameters of its connection take the place of headers. */
export interface RequestLike {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** The same for operations over HTTP and over graphql-ws. */
export const contextOf = (source: { readonly req: RequestLike } | Context): { req: RequestLike } => ({
  req: 'req' in source ? source.req : { headers: headersOf(source.connectionParams) },
});

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
