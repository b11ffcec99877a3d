import { accessSync, constants, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { blockedFolder, type ServerUser } from '../../support/server-user.js';
import { failure, type Finding, ok } from '../finding.js';
import { nearestFolder } from './nearest-folder.js';

/** @param serverUser whom the embedded PostgreSQL runs as, if another user; undefined too when it is not used */
export function checkDataFolder(dataDir: string, serverUser: ServerUser | undefined): Finding[] {
  const problems = [writable(dataDir), serverUser && passable(dataDir, serverUser), owned(dataDir, serverUser)].filter(
    (finding) => finding !== undefined,
  );
  if (problems.length > 0) return problems;
  return [ok(existsSync(dataDir) ? dataDir : `${dataDir} is made by the first start`)];
}

function writable(dataDir: string): Finding | undefined {
  try {
    accessSync(nearestFolder(dataDir), constants.W_OK | constants.X_OK);
    return undefined;
  } catch {
    const folder = nearestFolder(dataDir);
    return failure(
      `this user may not write in ${folder}`,
      `Start Presente as the owner of ${folder}, or run "sudo chown -R $USER ${folder}".`,
    );
  }
}

function passable(dataDir: string, user: ServerUser): Finding | undefined {
  const blocked = blockedFolder(dataDir, user);
  return blocked === undefined
    ? undefined
    : failure(
        `PostgreSQL runs as user ${user.uid}, who may not pass ${blocked}`,
        `Move the project to a folder everyone can pass, such as /srv/presente, or run "chmod o+x ${blocked}".`,
      );
}

function owned(dataDir: string, user: ServerUser | undefined): Finding | undefined {
  const cluster = path.join(dataDir, 'postgres');
  const owner = statSync(cluster, { throwIfNoEntry: false })?.uid;
  const expected = user?.uid ?? process.getuid?.();
  if (owner === undefined || owner === expected) return undefined;
  return failure(
    `${cluster} belongs to user ${owner}, but PostgreSQL will run as ${expected ?? 'another'}`,
    `Start Presente as the user who started it first, or run "sudo chown -R ${expected ?? '$USER'} ${cluster}".`,
  );
}
