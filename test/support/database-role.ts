import { randomBytes } from 'node:crypto';
import { appRoleStatements } from '../../src/platform/database/app-role.js';
import { type TestDatabase } from './servers.js';

export interface DatabaseRole {
  readonly name: string;
  /** The database, for who signs in as this role. */
  readonly url: string;
  drop(): Promise<void>;
}

/** A role as a deployment has it; under a name of its own, because roles belong to the server and not to a database. */
export async function createRole(database: TestDatabase): Promise<DatabaseRole> {
  const name = `presente_app_${randomBytes(4).toString('hex')}`;
  const password = randomBytes(8).toString('hex');
  await database.query(appRoleStatements(name));
  await database.query(`ALTER ROLE ${name} PASSWORD '${password}'`);
  const url = new URL(database.url);
  [url.username, url.password] = [name, password];
  return {
    name,
    url: url.href,
    drop: async () => {
      await database.query(`DROP OWNED BY ${name}; DROP ROLE ${name}`);
    },
  };
}
