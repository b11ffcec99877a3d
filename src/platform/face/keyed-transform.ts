import { createCipheriv } from 'node:crypto';
import { withGaussiansOf } from './gaussians.js';
import { wipe } from './wipe.js';

const KEY_BYTES = 32;

/** Words that are made into Gaussians at a time. */
const BATCH = 8;

/**
 * Turns `vector` by a secret orthonormal matrix: lengths and angles between vectors turned by one key stay as they are,
 * and without the key the result is any direction, each as likely as another.
 *
 * The matrix is drawn from the Haar measure, the uniform one on the orthogonal group, as a product of reflections in
 * spaces of shrinking dimension (G. W. Stewart, "The efficient generation of random orthogonal matrices", SIAM J. Numer.
 * Anal. 17, 1980; the subgroup algorithm of F. Mezzadri, Notices AMS 54, 2007, §6; scipy's `ortho_group` does the same),
 * and is never formed: d reflections of a vector take O(d²) steps, where the QR of a d×d matrix takes O(d³). A fixed
 * few reflections would be cheaper and no protection: after k of them the cosine of a vector with its image is still
 * about exp(−2k/d). Reflections are drawn as Gaussians (Box–Muller) out of the AES-256-CTR keystream of `key`; both they
 * and the reflections are vector instructions (assembly/gaussians.ts).
 *
 * @param key 32 bytes, for this one matrix alone: the keystream starts at a zero counter
 * @returns as long as `vector`
 */
export function keyedTransform(key: Buffer, vector: Float32Array): Float32Array {
  if (key.length !== KEY_BYTES) throw new RangeError(`A transform's key has ${KEY_BYTES} bytes.`);
  const values = Float64Array.from(vector);
  const words = Math.ceil((values.length * (values.length + 1)) / 2 / BATCH) * BATCH;
  withGaussiansOf(
    words,
    (memory) => {
      fillWithKeystream(memory, key);
    },
    (gaussians) => {
      gaussians.reflect(values);
    },
  );
  return Float32Array.from(values);
}

/** Bytes of keystream that are made at a time: few enough for the allocator to hand out the same ones again. */
const PIECE = 1 << 16;
const ZEROS = Buffer.alloc(PIECE);

/**
 * AES-256 in counter mode (NIST SP 800-38A) over zeros. Each piece is given back at once: half a megabyte for each comparison
 * has the garbage collector walk over the whole heap again and again, and leaves what a template was turned by behind.
 */
function fillWithKeystream(target: Uint8Array, key: Buffer): void {
  const cipher = createCipheriv('aes-256-ctr', key, Buffer.alloc(16));
  for (let at = 0; at < target.length; at += PIECE) {
    const piece = cipher.update(ZEROS.subarray(0, target.length - at));
    target.set(piece, at);
    wipe(piece);
  }
}
