import path from 'node:path';
import { fromRoot } from '../../src/config/paths.js';

/** A file of what lies beside the project and is never part of it: photos and embeddings of people, for measuring. It may be missing. */
export const sharedFile = (...parts: string[]): string =>
  path.join(process.env['PRESENTE_SHARED_DIR'] ?? fromRoot('../shared'), ...parts);
