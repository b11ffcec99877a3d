import { execFile } from 'node:child_process';
import { chmod, mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Room for a database of some hundred runs. */
const MEGABYTES = 384;

/** A disk in memory that can be filled without filling another one. Only root may mount one, and not in every container. */
export class SmallDisk {
  private constructor(readonly folder: string) {}

  /** @returns undefined where none can be mounted */
  static async mount(folder: string): Promise<SmallDisk | undefined> {
    await mkdir(folder);
    try {
      await run('mount', ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m,mode=711`, 'presente-chaos', folder]);
    } catch {
      return undefined;
    }
    await chmod(folder, 0o711);
    return new SmallDisk(folder);
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

  async unmount(): Promise<void> {
    await run('umount', [this.folder]);
  }

  private get filler(): string {
    return path.join(this.folder, 'filler');
  }
}
