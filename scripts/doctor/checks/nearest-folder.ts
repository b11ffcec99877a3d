import { existsSync } from 'node:fs';
import path from 'node:path';

/** The folder itself or, while it is not made, the first one above it that is there. */
export const nearestFolder = (folder: string): string =>
  existsSync(folder) ? folder : nearestFolder(path.dirname(folder));
