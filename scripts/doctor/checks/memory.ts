import { failure, type Finding, inGibibytes, ok, warning } from '../finding.js';

const least = 1 * 1024 ** 3;
const comfortable = 2 * 1024 ** 3;

/** @param available bytes that new processes can have, in the container's limits if there are any */
export function checkMemory(available: number): Finding {
  const found = `${inGibibytes(available)} available`;
  const fix = 'Close other programs, give the machine or container more memory, or set FACE_THREADS=1.';
  if (available < least) return failure(found, fix);
  return available < comfortable ? warning(found, fix) : ok(found);
}
