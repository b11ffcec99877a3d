import { readFileSync } from 'node:fs';
import { fromRoot } from './paths.js';

/** Of Presente, such as `1.4.0`. */
export const productVersion = (): string =>
  (JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')) as { version: string }).version;
