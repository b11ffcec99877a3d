const MARKER = 0xff;
const START_OF_IMAGE = 0xd8;
const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;

/** Within coded data: a byte of 0xff that is one, and the marks between its parts. */
const isStuffing = (code: number | undefined): boolean =>
  code === 0 || (code !== undefined && code >= 0xd0 && code <= 0xd7);

/** The JPEGs of a file that is one after the other; what lies between them, and one that ends too early, is left out. */
export function splitMjpeg(file: Uint8Array): Uint8Array[] {
  const pictures: Uint8Array[] = [];
  for (let start = nextImage(file, 0); start >= 0;) {
    const end = endOfImage(file, start);
    if (end !== undefined) pictures.push(file.subarray(start, end));
    start = nextImage(file, end ?? start + 2);
  }
  return pictures;
}

const nextImage = (file: Uint8Array, from: number): number =>
  Buffer.from(file.buffer, file.byteOffset, file.byteLength).indexOf(Buffer.of(MARKER, START_OF_IMAGE, MARKER), from);

/** Follows the lengths of the segments, since a preview within one is a JPEG too. @returns undefined when there is no end */
function endOfImage(file: Uint8Array, start: number): number | undefined {
  let at = start + 2;
  while (at + 1 < file.length) {
    if (file[at] !== MARKER) return undefined;
    const code = file[at + 1];
    if (code === END_OF_IMAGE) return at + 2;
    at += 2 + (((file[at + 2] ?? 0) << 8) | (file[at + 3] ?? 0));
    if (code === START_OF_SCAN) at = endOfScan(file, at);
  }
  return undefined;
}

function endOfScan(file: Uint8Array, from: number): number {
  let at = from;
  while (at + 1 < file.length && (file[at] !== MARKER || isStuffing(file[at + 1]))) at++;
  return at;
}
