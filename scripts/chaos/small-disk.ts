import { execFile } from 'node:child_process';
import { chmod, mkdir, open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { clearPostmaster } from '../support/postmaster.js';
import { scratchOwner } from '../support/scratch.js';

const run = promisify(execFile);

/** Room for a database of some hundred runs. */
const MEGABYTES = 384;

const SOURCE = 'presente-chaos';

/** A disk in memory that can be filled without filling another one. Only root may mount one, and not in every container. */
export class SmallDisk {
  private constructor(readonly folder: string) {}

  /** @returns undefined where none can be mounted */
  static async mount(folder: string): Promise<SmallDisk | undefined> {
    await mkdir(folder);
    try {
      await run('mount', ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m,mode=711`, SOURCE, folder]);
    } catch {
      return undefined;
    }
    await chmod(folder, 0o711);
    return new SmallDisk(folder);
  }

  /** Ends what a killed process of ours left: the server on the disk, and the disk. */
  static async sweep(): Promise<void> {
    const mounts = (await readFile('/proc/mounts', 'utf8').catch(() => '')).split('\n').map((line) => line.split(' '));
    for (const [source, folder = ''] of mounts) {
      if (source !== SOURCE || (await scratchOwner(path.dirname(folder))) !== undefined) continue;
      await clearPostmaster(path.join(folder, 'postgres'));
      await new SmallDisk(folder).unmount();
    }
  }

  /** Takes all the room that is left. */
  async fill(): Promise<void> {
    const file = await open(this.filler, 'w');
    const chunk = Buffer.alloc(1_000_000);
    try {
      for (;;) await file.write(chunk);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    } finally {
      await file.close();
    }
  }

  async empty(): Promise<void> {
    await rm(this.filler, { force: true });
  }

  /** At once for everybody who comes now, and in truth when the last process that was killed has left it. */
  async unmount(): Promise<void> {
    await run('umount', ['--lazy', this.folder]);
  }

  private get filler(): string {
    return path.join(this.folder, 'filler');
  }
}
