import { loggableError } from './loggable-error.js';

/** What no log line may show, wherever it stands in a logged object: secrets, pictures, templates, who somebody is. */
const HIDDEN: ReadonlySet<string> = new Set([
  'authorization',
  'cookie',
  'set-cookie',
  'password',
  'token',
  'accesstoken',
  'refreshtoken',
  'credential',
  'pin',
  'secret',
  'png',
  'svg',
  'embedding',
  'template',
  'landmarks',
  'score',
  'frame',
  'frames',
  'displayname',
  'externalid',
  'email',
]);

/** Deeper, and so in circles too, nothing is shown. */
const MAX_DEPTH = 8;

/**
 * A copy to be logged, with hidden keys (in any case, at any depth) and bytes left out and errors reduced to what is safe.
 * In place of pino's `redact`, which with these keys at seven depths took 58 µs a line instead of 1.
 */
export function withoutSecrets(fields: object): Record<string, unknown> {
  return copyOf(fields, 0);
}

function copyOf(fields: object, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      HIDDEN.has(key.toLowerCase()) ? '[hidden]' : safe(value, depth + 1),
    ]),
  );
}

function safe(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (depth > MAX_DEPTH) return '[deep]';
  if (value instanceof Error) return loggableError(value);
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `[${value.byteLength} bytes]`;
  return Array.isArray(value) ? value.map((item) => safe(item, depth + 1)) : copyOf(value, depth);
}
