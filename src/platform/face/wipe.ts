/**
 * Overwrites what nobody may find later, and gives its memory back at once, not when the garbage collector comes: pictures and
 * keystreams are megabytes for which it would walk over the whole heap. Nothing can be read from `bytes` any more.
 */
export function wipe(bytes: Uint8Array): void {
  bytes.fill(0);
  const { buffer } = bytes;
  // Small buffers of Node share their memory, which is not ours to give back.
  if (buffer instanceof ArrayBuffer && buffer.byteLength === bytes.length) buffer.transfer(0);
}
