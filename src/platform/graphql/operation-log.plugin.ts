import {
  type ApolloServerPlugin,
  type BaseContext,
  type GraphQLRequestContextWillSendResponse,
  type GraphQLRequestListener,
} from '@apollo/server';
import { Plugin } from '@nestjs/apollo';
import { Logger } from '@nestjs/common';
import { rootFieldsOf } from './root-fields.js';

/** One line for each operation: what was asked and how it went; never its text or its variables. */
@Plugin()
export class OperationLogPlugin implements ApolloServerPlugin {
  private readonly logger = new Logger('GraphQL');

  requestDidStart(): Promise<GraphQLRequestListener<BaseContext>> {
    const started = performance.now();
    return Promise.resolve({
      willSendResponse: (context) => {
        this.logger.log({ ...describe(context), milliseconds: Math.round(performance.now() - started) }, 'operation');
        return Promise.resolve();
      },
    });
  }
}

function describe({ operation, document, response }: GraphQLRequestContextWillSendResponse<BaseContext>) {
  const errors = response.body.kind === 'single' ? response.body.singleResult.errors : undefined;
  return {
    // Without an operation the text could not be parsed or is not of our schema.
    operation: operation?.operation ?? 'refused',
    fields: operation === undefined || document === undefined ? [] : rootFieldsOf(operation, document),
    errors: errors?.map(({ extensions }) => extensions?.['code']),
  };
}
