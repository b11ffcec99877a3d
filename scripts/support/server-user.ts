import { statSync } from 'node:fs';
import path from 'node:path';

export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root; its files and processes then belong to the user every Unix has for such things. */
const nobody: ServerUser = { uid: 65_534, gid: 65_534 };

/** The user that servers are started as; undefined: the one who started us. */
export const serverUser = (): ServerUser | undefined => (process.getuid?.() === 0 ? nobody : undefined);

/** The first folder on the way to `target` that `user` may not pass, or undefined when the way is open. */
export function blockedFolder(target: string, user: ServerUser): string | undefined {
  const root = path.parse(target).root;
  const folders = [root];
  for (const part of target.slice(root.length).split(path.sep).filter(Boolean)) {
    folders.push(path.join(folders.at(-1) ?? root, part));
  }
  return folders.find((folder) => !mayPass(folder, user));
}

function mayPass(folder: string, user: ServerUser): boolean {
  const entry = statSync(folder, { throwIfNoEntry: false });
  if (entry === undefined) return true;
  const bit = entry.uid === user.uid ? 0o100 : entry.gid === user.gid ? 0o010 : 0o001;
  return !entry.isDirectory() || (entry.mode & bit) !== 0;
}
