import { randomBytes } from 'node:crypto';
import { freshSecrets } from '../launcher/secrets.js';
import { type Settings } from '../launcher/settings.js';
import { withDatabase } from '../support/database-client.js';
import { freePort } from '../support/ports.js';
import { startPostgres } from '../support/postgres.js';
import { startRedis } from '../support/redis.js';

export interface Servers {
  readonly port: number;
  readonly workerPort: number;
  /** Of the API and the worker. */
  readonly application: Settings;
  /** Of the migrations, which sign in as the owner and have no key. */
  readonly migration: Settings;
}

const ROLE = 'presente_app';

/** The role that compose's PostgreSQL makes on a new volume (docker/postgres/app-role.sh). @returns the URL to sign in with */
async function makeRole(ownerUrl: string): Promise<string> {
  const password = randomBytes(16).toString('hex');
  const make = `CREATE ROLE ${ROLE} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT PASSWORD '${password}'`;
  await withDatabase({ DATABASE_URL: ownerUrl }, (client) => client.query(make));
  const url = new URL(ownerUrl);
  [url.username, url.password] = [ROLE, password];
  return url.href;
}

/** A real PostgreSQL and a real Redis on loopback, and what compose would tell the processes. */
export async function startServers(started: AsyncDisposableStack): Promise<Servers> {
  const postgres = await startPostgres({ ephemeral: true });
  started.defer(() => postgres.stop());
  const redis = await startRedis();
  started.defer(() => redis.stop());
  const { DATABASE_PASSWORD: _, ...keys } = freshSecrets();
  const [port, workerPort] = [await freePort(3_100), await freePort(3_200)];
  const application = {
    ...keys,
    DATABASE_URL: await makeRole(postgres.url),
    REDIS_URL: redis.url,
    // A chroot shares the machine's network.
    HOST: '127.0.0.1',
    PORT: String(port),
    WORKER_PORT: String(workerPort),
    TRUST_PROXY: '1',
    PASSKEY_ORIGINS: 'https://localhost',
    FACE_THREADS: '2',
  };
  return { port, workerPort, application, migration: { DATABASE_URL: postgres.url, DATABASE_APP_ROLE: ROLE } };
}
