import { type ApolloServerPlugin, type BaseContext, type GraphQLRequestListener } from '@apollo/server';
import { Plugin } from '@nestjs/apollo';
import { type DocumentNode, type GraphQLField, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { currentContext } from '../../common/context/request-context.js';
import { AT_DOOR } from '../resilience/at-door.js';
import { rootFieldsOf } from './root-fields.js';

/** Says of each operation, before anything of it runs, whether somebody at a door waits for it. */
@Plugin()
export class LanePlugin implements ApolloServerPlugin {
  requestDidStart(): Promise<GraphQLRequestListener<BaseContext>> {
    return Promise.resolve({
      didResolveOperation: ({ schema, operation, document }) => {
        const context = currentContext();
        if (context !== undefined && operation !== undefined) {
          context.lane = isAtDoor(schema, operation, document) ? 'door' : 'office';
        }
        return Promise.resolve();
      },
    });
  }
}

/** All of it: one field for an office among others makes the whole one of the office's. */
function isAtDoor(schema: GraphQLSchema, operation: OperationDefinitionNode, document: DocumentNode): boolean {
  const fields: Readonly<Record<string, GraphQLField<unknown, unknown>>> =
    schema.getRootType(operation.operation)?.getFields() ?? {};
  const names = rootFieldsOf(operation, document).filter((name) => !name.startsWith('__'));
  return names.every((name) => fields[name]?.extensions[AT_DOOR] === true);
}
