import { DataSource } from 'typeorm';
import { type Environment } from '../../config/env.js';
import { dataSourceOptions } from './data-source.js';

/** Runs what has not run yet, each migration in a transaction of its own. @returns the names of those that ran */
export async function migrate(env: Pick<Environment, 'DATABASE_URL' | 'DATABASE_POOL'>): Promise<string[]> {
  const dataSource = await new DataSource(dataSourceOptions(env, 'presente-migrate')).initialize();
  try {
    return (await dataSource.runMigrations()).map(({ name }) => name);
  } finally {
    await dataSource.destroy();
  }
}
