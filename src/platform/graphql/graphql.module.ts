import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { formatGraphqlError } from '../../common/graphql/format-error.js';
import { ENVIRONMENT } from '../../config/config.module.js';
import { type Environment } from '../../config/env.js';
import { LanePlugin } from './lane.plugin.js';
import { OperationLogPlugin } from './operation-log.plugin.js';
import { OperationMetricsPlugin } from './operation-metrics.plugin.js';
import { OperationTraceInterceptor } from './operation-trace.interceptor.js';
import { limitRules, parseLimits } from './limits.js';
import { SubscriptionServer } from './subscription-server.js';

/** GraphQL over HTTP, within limits; Apollo Sandbox where it is switched on. */
const optionsOf = (env: Environment): ApolloDriverConfig => ({
  path: '/graphql',
  autoSchemaFile: true,
  sortSchema: true,
  graphiql: false,
  introspection: env.SANDBOX,
  csrfPrevention: true,
  allowBatchedHttpRequests: false,
  parseOptions: parseLimits,
  validationRules: [...limitRules],
  includeStacktraceInErrorResponses: false,
  hideSchemaDetailsFromClientErrors: env.NODE_ENV !== 'development',
  plugins: [
    env.SANDBOX
      ? ApolloServerPluginLandingPageLocalDefault({ embed: true, includeCookies: false })
      : ApolloServerPluginLandingPageDisabled(),
  ],
  formatError: formatGraphqlError,
});

@Module({
  imports: [
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      useFactory: optionsOf,
      inject: [ENVIRONMENT],
    }),
  ],
  providers: [
    LanePlugin,
    OperationLogPlugin,
    OperationMetricsPlugin,
    SubscriptionServer,
    { provide: APP_INTERCEPTOR, useClass: OperationTraceInterceptor },
  ],
})
export class GraphqlModule {}
