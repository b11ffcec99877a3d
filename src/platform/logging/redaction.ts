/** What no log line may show, wherever it stands in a logged object: secrets, pictures, templates. */
const HIDDEN = [
  'authorization',
  'cookie',
  'set-cookie',
  'password',
  'token',
  'accessToken',
  'credential',
  'secret',
  'png',
  'svg',
  'embedding',
  'frames',
];

/** How many objects or lists deep a hidden key is still found. */
const DEPTH = 4;

/** The hidden keys at every depth, as paths of pino's `redact`. */
export const redactedPaths: string[] = HIDDEN.flatMap((key) =>
  Array.from({ length: DEPTH + 1 }, (_, depth) => `${Array<string>(depth).fill('*').join('.')}["${key}"]`),
);
