import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { OperatorError } from './operator-error.js';
import { type PostgresBinaries } from './postgres-binaries.js';
import { blockedFolder, type ServerUser } from './server-user.js';

/** The cluster's superuser. */
export const databaseUser = 'presente';

/** Nothing of the machine's locale and time zone: sorting and messages are the same everywhere. */
export const serverEnvironment = { LC_ALL: 'C', TZ: 'UTC', PATH: process.env['PATH'] };

/**
 * Makes the data folder of a PostgreSQL server unless it is there.
 * @returns its real path
 * @throws OperatorError when the server's user can't reach it, or when it is something else
 */
export async function ensureCluster(
  dataDir: string,
  password: string,
  binaries: PostgresBinaries,
  user: ServerUser | undefined,
): Promise<string> {
  await mkdir(path.dirname(dataDir), { recursive: true });
  const cluster = path.join(await realpath(path.dirname(dataDir)), path.basename(dataDir));
  if (user !== undefined) requirePassable([path.dirname(cluster), binaries.postgres], user);
  if (existsSync(cluster)) await requireCluster(cluster);
  else await initialise(cluster, password, binaries.initdb, user);
  return cluster;
}

function requirePassable(targets: readonly string[], user: ServerUser): void {
  const blocked = targets.map((target) => blockedFolder(target, user)).find((folder) => folder !== undefined);
  if (blocked === undefined) return;
  throw new OperatorError(
    `PostgreSQL does not run as root, so Presente runs it as the user "nobody" (${user.uid}); but that user may not pass ${blocked}.\n` +
      `Do one of these: move the project to a folder that everyone can pass, such as /srv/presente; start it as an ordinary user;\n` +
      `run "chmod o+x ${blocked}" (lets others pass, not list); or set DATABASE_URL to a PostgreSQL of your own.`,
  );
}

async function requireCluster(cluster: string): Promise<void> {
  if ((await readFile(path.join(cluster, 'PG_VERSION'), 'utf8').catch(() => undefined)) !== undefined) return;
  throw new OperatorError(
    `${cluster} is there but is not a PostgreSQL data folder, or this user may not read it.\n` +
      'Give it back to its owner, or move it away: the next start then makes a new, empty one.',
  );
}

/** In a folder beside it that is renamed when whole: an interrupted start must not leave half a cluster behind. */
async function initialise(
  cluster: string,
  password: string,
  initdb: string,
  user: ServerUser | undefined,
): Promise<void> {
  const unfinished = `${cluster}.new`;
  const passwordFile = `${cluster}.password`;
  const remove = () =>
    Promise.all([unfinished, passwordFile].map((file) => rm(file, { recursive: true, force: true })));
  await remove();
  try {
    await mkdir(unfinished, { mode: 0o700 });
    await writeFile(passwordFile, password, { mode: 0o600 });
    if (user !== undefined)
      await Promise.all([unfinished, passwordFile].map((file) => chown(file, user.uid, user.gid)));
    await promisify(execFile)(
      initdb,
      [
        `--pgdata=${unfinished}`,
        `--username=${databaseUser}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
      ],
      { ...user, cwd: '/', env: serverEnvironment },
    );
    await rename(unfinished, cluster);
  } finally {
    await remove();
  }
}
