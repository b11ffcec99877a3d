import { DataSource } from 'typeorm';
import { type Environment } from '../../config/env.js';
import { appRoleStatements } from './app-role.js';
import { type DatabaseAccess } from './connection.js';
import { dataSourceOptions } from './data-source.js';

type MigrationEnvironment = DatabaseAccess &
  Pick<Environment, 'DATABASE_POOL'> &
  Partial<Pick<Environment, 'DATABASE_APP_ROLE'>>;

/**
 * Runs what has not run yet, each migration in a transaction of its own; then gives the role of the API and the worker its
 * rights, where one is named. @returns the names of the migrations that ran
 */
export async function migrate(env: MigrationEnvironment): Promise<string[]> {
  const dataSource = await new DataSource(dataSourceOptions(env, 'presente-migrate')).initialize();
  try {
    const ran = await dataSource.runMigrations();
    if (env.DATABASE_APP_ROLE !== undefined) await dataSource.query(appRoleStatements(env.DATABASE_APP_ROLE));
    return ran.map(({ name }) => name);
  } finally {
    await dataSource.destroy();
  }
}
