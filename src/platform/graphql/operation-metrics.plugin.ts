import {
  type ApolloServerPlugin,
  type BaseContext,
  type GraphQLRequestExecutionListener,
  type GraphQLRequestListener,
} from '@apollo/server';
import { Plugin } from '@nestjs/apollo';
import { type GraphQLResolveInfo } from 'graphql';
import { faultOf } from '../../common/errors/fault.js';
import { requestCodeOf } from '../../common/graphql/format-error.js';
import { Telemetry } from '../telemetry/telemetry.js';

/** Rate, errors and duration of every field that can be called from outside: names of our schema, so a closed set. */
@Plugin()
export class OperationMetricsPlugin implements ApolloServerPlugin {
  constructor(private readonly telemetry: Telemetry) {}

  requestDidStart(): Promise<GraphQLRequestListener<BaseContext>> {
    return Promise.resolve({
      executionDidStart: () => Promise.resolve(this.executing),
      didEncounterErrors: ({ operation, errors }) => {
        // An operation that could be run has its errors counted by field.
        if (operation === undefined) for (const error of errors) this.telemetry.operationRefused(requestCodeOf(error));
        return Promise.resolve();
      },
    });
  }

  private readonly executing: GraphQLRequestExecutionListener<BaseContext> = {
    willResolveField: ({ info }) => (info.path.prev === undefined ? this.time(info) : undefined),
  };

  private time({ fieldName, operation }: GraphQLResolveInfo): (error: Error | null) => void {
    const started = performance.now();
    return (error) => {
      const outcome = error === null ? 'ok' : faultOf(error).code;
      this.telemetry.fieldResolved(operation.operation, fieldName, outcome, (performance.now() - started) / 1_000);
    };
  }
}
