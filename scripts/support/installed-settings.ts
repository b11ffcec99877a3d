import { fromRoot } from '../../src/config/paths.js';
import { readSecrets } from '../launcher/secrets.js';
import { givenSettings, type Settings, withoutEmpty } from '../launcher/settings.js';
import { OperatorError } from './operator-error.js';
import { runningPostmaster } from './postmaster.js';
import { databaseUser } from './postgres-cluster.js';

/**
 * The settings of the installation in this folder, for commands that work beside it: what a person set, the secrets that
 * the launcher keeps, and the embedded database when it is that.
 * @throws OperatorError when the embedded database does not run
 */
export async function installedSettings(dataDir = fromRoot('.data')): Promise<Settings> {
  const given = givenSettings();
  const { DATABASE_PASSWORD, ...keys } = withoutEmpty(await readSecrets(dataDir));
  const DATABASE_URL = given['DATABASE_URL'] ?? (await embeddedUrl(dataDir, DATABASE_PASSWORD ?? ''));
  return { ...keys, ...given, DATABASE_URL };
}

async function embeddedUrl(dataDir: string, password: string): Promise<string> {
  const running = await runningPostmaster(fromRoot(dataDir, 'postgres'));
  if (running === undefined)
    throw new OperatorError('The database does not run: start it with "npm start", or set DATABASE_URL.');
  return `postgres://${databaseUser}:${encodeURIComponent(password)}@127.0.0.1:${running.port}/presente`;
}
