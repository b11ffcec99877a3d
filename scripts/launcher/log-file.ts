import { createWriteStream, existsSync, renameSync, statSync, type WriteStream } from 'node:fs';

const maxBytes = 20_000_000;

/** Appends to a log; one that has grown large is first set aside as `NAME.1`, in place of the one before. */
export function openLog(file: string): WriteStream {
  if (existsSync(file) && statSync(file).size > maxBytes) renameSync(file, `${file}.1`);
  return createWriteStream(file, { flags: 'a', mode: 0o600 });
}
