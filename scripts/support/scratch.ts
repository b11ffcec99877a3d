import { chmod, mkdtemp, readdir, realpath, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { endProcess, notedProcess, noteProcess } from './processes.js';
import { clearPostmaster } from './postmaster.js';

const prefix = 'presente-';
const ownerFile = 'owner.pid';
const serverFile = 'server.pid';

/**
 * Makes a throw-away folder below the system's temporary one, passable (not readable) for the user that servers run as.
 * Whoever makes it removes it; what a killed process left behind is swept by the next `sweepScratch`.
 */
export async function makeScratch(purpose: string): Promise<string> {
  const dir = await mkdtemp(path.join(os.tmpdir(), `${prefix}${purpose}-`));
  await chmod(dir, 0o711);
  await noteProcess(path.join(dir, ownerFile), process.pid);
  return dir;
}

/** Notes a server (other than PostgreSQL, which does so itself) that lives in a scratch folder, for the sweep. */
export const noteServer = (scratch: string, pid: number): Promise<void> =>
  noteProcess(path.join(scratch, serverFile), pid);

export const removeScratch = (dir: string): Promise<void> => rm(dir, { recursive: true, force: true, maxRetries: 5 });

/** Removes the scratch folders of this user whose makers are dead, and ends the servers in them. */
export async function sweepScratch(): Promise<void> {
  const names = (await readdir(os.tmpdir())).filter((name) => name.startsWith(prefix));
  for (const dir of names.map((name) => path.join(os.tmpdir(), name))) {
    // The temporary folder is everybody's: what another user put there is not to be believed.
    const mine = (await stat(dir).catch(() => undefined))?.uid === process.getuid?.();
    if (mine && (await isAbandoned(dir))) {
      const server = await notedProcess(path.join(dir, serverFile));
      if (server !== undefined) await endProcess(server, ['SIGTERM', 'SIGKILL']);
      await clearPostmaster(path.join(await realpath(dir), 'postgres'));
      await removeScratch(dir).catch(unlessMounted);
    }
  }
}

/** A disk that a killed run of chaos or drills has mounted in it goes with their own sweep, and is in nobody's way. */
function unlessMounted(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EBUSY') throw error;
}

/** The number of the process that made the folder, if it lives. */
export const scratchOwner = (dir: string): Promise<number | undefined> => notedProcess(path.join(dir, ownerFile));

async function isAbandoned(dir: string): Promise<boolean> {
  const made = await stat(path.join(dir, ownerFile)).catch(() => undefined);
  return made !== undefined && (await scratchOwner(dir)) === undefined;
}
