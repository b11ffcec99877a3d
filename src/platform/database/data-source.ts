import { type DataSourceOptions } from 'typeorm';
import { type Environment } from '../../config/env.js';
import { migrations } from './migrations/index.js';

/** The one set of connection options, for the API, the worker, the migrations and the tests. */
export function dataSourceOptions(
  env: Pick<Environment, 'DATABASE_URL' | 'DATABASE_POOL'>,
  applicationName: string,
): Extract<DataSourceOptions, { type: 'postgres' }> {
  return {
    type: 'postgres',
    url: env.DATABASE_URL,
    poolSize: env.DATABASE_POOL,
    synchronize: false,
    migrations,
    migrationsTransactionMode: 'each',
    connectTimeoutMS: 3_000,
    applicationName,
    extra: {
      // A stuck server must give an error that says "try again", not a request that hangs.
      statement_timeout: 10_000,
      idle_in_transaction_session_timeout: 30_000,
      keepAlive: true,
    },
  };
}
