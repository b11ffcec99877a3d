import { migrationEnvironmentOrExit } from './config/env.js';
import { migrate } from './platform/database/migrate.js';

/** Brings the database to the schema of this version. Run before a new version of the API or the worker starts. */
const names = await migrate(migrationEnvironmentOrExit());
process.stderr.write(names.length === 0 ? 'The schema is up to date.\n' : `Migrated: ${names.join(', ')}\n`);
