import { failure, type Finding, ok } from '../finding.js';

/** DESIGN: Node 24, pinned in the lock file, is first on the PATH of every `npm run`. */
const needed = 24;

export function checkNodeVersion(version: string): Finding {
  if (Number.parseInt(version, 10) >= needed) return ok(version);
  return failure(
    `${version}, but Presente runs on ${needed}`,
    'Run "npm install" and start everything with npm ("npm start"): the package "node" brings the right version.',
  );
}
