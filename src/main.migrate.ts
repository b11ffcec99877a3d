import { DataSource } from 'typeorm';
import { environmentOrExit } from './config/env.js';
import { dataSourceOptions } from './platform/database/data-source.js';

/** Brings the database to the schema of this version. Run before a new version of the API or the worker starts. */
const dataSource = new DataSource(dataSourceOptions(environmentOrExit(), 'presente-migrate'));
await dataSource.initialize();
try {
  const done = await dataSource.runMigrations();
  process.stderr.write(
    done.length === 0 ? 'The schema is up to date.\n' : `Migrated: ${done.map(({ name }) => name).join(', ')}\n`,
  );
} finally {
  await dataSource.destroy();
}
