import { existsSync } from 'node:fs';
import { link, rm } from 'node:fs/promises';
import path from 'node:path';
import { OperatorError } from '../support/operator-error.js';
import { notedProcess, noteProcess } from '../support/processes.js';

export interface Lock {
  /** The launcher before this one was killed: its children may need a moment to notice. */
  readonly inherited: boolean;
  release(): Promise<void>;
}

const lockFile = (dataDir: string) => path.join(dataDir, 'launcher.pid');

/** The process of the launcher that runs on this data folder, or undefined. */
export const lockHolder = (dataDir: string): Promise<number | undefined> => notedProcess(lockFile(dataDir));

/** One launcher for each data folder. @throws OperatorError when another one runs on it */
export async function acquireLock(dataDir: string): Promise<Lock> {
  const file = lockFile(dataDir);
  await refuseSecond(dataDir);
  const inherited = existsSync(file);
  await rm(file, { force: true });
  // Written whole under another name first: a half-written lock would look like a dead launcher's.
  const own = `${file}.${process.pid}`;
  await noteProcess(own, process.pid);
  await link(own, file)
    .catch(() => refuseSecond(dataDir))
    .finally(() => rm(own, { force: true }));
  return { inherited, release: () => rm(file, { force: true }) };
}

async function refuseSecond(dataDir: string): Promise<void> {
  const holder = await lockHolder(dataDir);
  if (holder === undefined) return;
  throw new OperatorError(
    `Presente is already running on ${dataDir} (process ${holder}).\n` +
      `Use that one, or stop it with Ctrl-C in its terminal (or "kill ${holder}") and start again.`,
  );
}
