import { DataSource } from 'typeorm';
import { entities } from '../../src/entities.js';
import { dataSourceOptions, impatient } from '../../src/platform/database/data-source.js';
import { Database } from '../../src/platform/database/database.js';
import { createDatabase, type TestDatabase } from './servers.js';

export interface OpenDatabase extends TestDatabase {
  readonly door: Database;
}

/** A new database and our own door to it, without an application around. */
export async function openDatabase(connections = 5): Promise<OpenDatabase> {
  const database = await createDatabase();
  const options = dataSourceOptions({ DATABASE_URL: database.url, DATABASE_POOL: connections }, 'test');
  const dataSource = await new DataSource({ ...options, entities, extra: impatient }).initialize();
  const drop = async () => {
    await dataSource.destroy();
    await database.drop();
  };
  return { ...database, door: new Database(dataSource), drop };
}
