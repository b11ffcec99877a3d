import { type DataSourceOptions } from 'typeorm';
import { type Environment } from '../../config/env.js';
import { type DatabaseAccess, dataSourceConnection } from './connection.js';
import { migrations } from './migrations/index.js';
import { PreparingClient } from './preparing-client.js';

/**
 * For the API and the worker: a stuck server gives an error that says "try again", not a request that hangs. The server
 * ends a slow statement itself; `query_timeout` is for a server that does not answer at all. Who stops in the middle of a
 * transaction holds up everybody who waits for its rows, until the server ends it: sooner than a job that waits for them
 * has used up its tries, of which each is as long as a statement may be.
 */
export const impatient = {
  Client: PreparingClient,
  keepAlive: true,
  statement_timeout: 4_000,
  query_timeout: 5_000,
  idle_in_transaction_session_timeout: 10_000,
};

/** The connection options that the API, the worker, the migrations and the tests share. */
export function dataSourceOptions(
  env: DatabaseAccess & Pick<Environment, 'DATABASE_POOL'>,
  applicationName: string,
): Extract<DataSourceOptions, { type: 'postgres' }> {
  return {
    type: 'postgres',
    ...dataSourceConnection(env),
    poolSize: env.DATABASE_POOL,
    synchronize: false,
    migrations,
    migrationsTransactionMode: 'each',
    connectTimeoutMS: 3_000,
    applicationName,
    extra: { keepAlive: true },
  };
}
