import { statfs } from 'node:fs/promises';
import { failure, type Finding, inGibibytes, ok, warning } from '../finding.js';
import { nearestFolder } from './nearest-folder.js';

const least = 0.5 * 1024 ** 3;
const comfortable = 2 * 1024 ** 3;

export async function checkDiskSpace(dataDir: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(nearestFolder(dataDir));
  return judgeDiskSpace(bavail * bsize);
}

/** @param free bytes that this user may still write */
export function judgeDiskSpace(free: number): Finding {
  const found = `${inGibibytes(free)} free for the data folder`;
  const fix = 'Make room on that disk: a database that cannot write stops.';
  if (free < least) return failure(found, fix);
  return free < comfortable ? warning(found, fix) : ok(found);
}
