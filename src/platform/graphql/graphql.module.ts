import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { formatGraphqlError } from '../../common/graphql/format-error.js';
import { ENVIRONMENT } from '../../config/config.module.js';
import { type Environment } from '../../config/env.js';
import { OperationLogPlugin } from './operation-log.plugin.js';
import { OperationMetricsPlugin } from './operation-metrics.plugin.js';
import { contextOf, subscriptionErrors } from './subscriptions.js';

/** GraphQL over HTTP and, for subscriptions, over graphql-ws; Apollo Sandbox where it is switched on. */
const optionsOf = (env: Environment): ApolloDriverConfig => ({
  path: '/graphql',
  autoSchemaFile: true,
  sortSchema: true,
  graphiql: false,
  introspection: env.SANDBOX,
  csrfPrevention: true,
  includeStacktraceInErrorResponses: false,
  hideSchemaDetailsFromClientErrors: env.NODE_ENV !== 'development',
  plugins: [
    env.SANDBOX
      ? ApolloServerPluginLandingPageLocalDefault({ embed: true, includeCookies: false })
      : ApolloServerPluginLandingPageDisabled(),
  ],
  formatError: formatGraphqlError,
  context: contextOf,
  subscriptions: { 'graphql-ws': { path: '/graphql', ...subscriptionErrors } },
});

@Module({
  imports: [
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      useFactory: optionsOf,
      inject: [ENVIRONMENT],
    }),
  ],
  providers: [OperationLogPlugin, OperationMetricsPlugin],
})
export class GraphqlModule {}
