import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { DataSource } from 'typeorm';
import { entities } from '../../src/entities.js';
import { dataSourceOptions } from '../../src/platform/database/data-source.js';
import { createDatabase, type TestDatabase, withoutPostgres } from '../support/servers.js';

describe('migrations', { skip: withoutPostgres }, () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  before(async () => {
    database = await createDatabase();
    const options = dataSourceOptions({ DATABASE_URL: database.url, DATABASE_POOL: 2 }, 'test');
    dataSource = await new DataSource({ ...options, entities }).initialize();
  });
  after(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('say what the entities say', async () => {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    assert.deepEqual(
      upQueries.map(({ query }) => query),
      [],
    );
  });

  it('can all be undone and done again', async () => {
    for (const _ of dataSource.migrations) await dataSource.undoLastMigration();
    const left = await database.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
    );
    assert.deepEqual(left, [{ name: 'migrations' }]);
    await dataSource.runMigrations();
    assert.equal(await dataSource.showMigrations(), false);
  });
});
