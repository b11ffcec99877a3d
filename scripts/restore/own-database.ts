import path from 'node:path';
import { type Environment } from '../../src/config/env.js';
import { fromRoot } from '../../src/config/paths.js';
import { acquireLock } from '../launcher/lock.js';
import { readSecrets, secretsFile } from '../launcher/secrets.js';
import { givenSettings, validated, withoutEmpty } from '../launcher/settings.js';
import { OperatorError } from '../support/operator-error.js';
import { startPostgres } from '../support/postgres.js';

/**
 * Does `work` on the database of the settings, or else on the embedded one of this folder, which it starts and stops.
 * @throws OperatorError when Presente runs here, or the secrets that belong to the data are not here
 */
export async function withOwnDatabase(work: (settings: Environment) => Promise<void>): Promise<void> {
  const dataDir = fromRoot('.data');
  const given = givenSettings();
  const { DATABASE_PASSWORD, ...keys } = withoutEmpty(await readSecrets(dataDir));
  if (given['DATABASE_URL'] !== undefined) return work(validated({ ...keys, ...given }));
  if (DATABASE_PASSWORD === undefined)
    throw new OperatorError(
      `${secretsFile(dataDir)} is missing: put the copy back that you kept apart, then try again.`,
    );
  const lock = await acquireLock(dataDir);
  try {
    const place = { dataDir: path.join(dataDir, 'postgres'), logFile: path.join(dataDir, 'restore.log') };
    const server = await startPostgres({ ...place, password: DATABASE_PASSWORD });
    await work(validated({ ...keys, ...given, DATABASE_URL: server.url })).finally(() => server.stop());
  } finally {
    await lock.release();
  }
}
