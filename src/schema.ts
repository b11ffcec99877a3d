import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { type GraphQLSchema, lexicographicSortSchema } from 'graphql';
import { auditResolvers } from './modules/audit/index.js';
import { authResolvers, deviceResolvers } from './modules/auth/index.js';
import { enrolmentResolvers } from './modules/enrolment/index.js';
import { logsResolvers } from './modules/logs/index.js';
import { privacyResolvers } from './modules/privacy/index.js';
import { resilienceResolvers } from './modules/resilience/index.js';
import { systemResolvers } from './modules/system/index.js';
import { tasksResolvers } from './modules/tasks/index.js';
import { validationResolvers } from './modules/validation/index.js';

/** Every resolver of the API; operations are found nowhere else. */
export const resolvers = [
  ...authResolvers,
  ...deviceResolvers,
  ...enrolmentResolvers,
  ...validationResolvers,
  ...tasksResolvers,
  ...privacyResolvers,
  ...auditResolvers,
  ...systemResolvers,
  ...logsResolvers,
  ...resilienceResolvers,
];

/** The schema that the API serves, built from the decorators alone: no database, no server. */
export async function buildSchema(): Promise<GraphQLSchema> {
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: ['error'] });
  try {
    return lexicographicSortSchema(await app.get(GraphQLSchemaFactory).create(resolvers));
  } finally {
    await app.close();
  }
}
