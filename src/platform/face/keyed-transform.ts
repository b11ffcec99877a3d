import { createCipheriv } from 'node:crypto';
import { withGaussiansOf } from './gaussians.js';

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
 * about exp(−2k/d). Reflections are drawn as Gaussians (Box–Muller) out of the AES-256-CTR keystream of `key`.
 *
 * @param key 32 bytes, for this one matrix alone: the keystream starts at a zero counter
 * @returns as long as `vector`
 */
export function keyedTransform(key: Buffer, vector: Float32Array): Float32Array {
  if (key.length !== KEY_BYTES) throw new RangeError(`A transform's key has ${KEY_BYTES} bytes.`);
  const values = Float64Array.from(vector);
  const words = keystream(key, (values.length * (values.length + 1)) / 2);
  withGaussiansOf(words, (gaussians) => {
    let drawn = 0;
    for (let start = 0; start < values.length; start++) {
      const end = drawn + values.length - start;
      reflect(values.subarray(start), gaussians.subarray(drawn, end));
      drawn = end;
    }
  });
  return Float32Array.from(values);
}

/**
 * Applies the reflection that swaps the first axis and the direction of `normal`, up to signs chosen so that it is Haar.
 * Both have one length; `normal` is used up.
 */
function reflect(values: Float64Array, normal: Float32Array): void {
  let squares = 0;
  for (const value of normal) squares += value * value;
  const first = normal[0] ?? 0;
  const sign = first < 0 ? -1 : 1;
  // The sign that adds up: the other would cancel digits.
  const moved = Math.fround(first + sign * Math.sqrt(squares));
  normal[0] = moved;
  let product = 0;
  for (let index = 0; index < values.length; index++) product += (values[index] ?? 0) * (normal[index] ?? 0);
  const scale = (2 * product) / (squares - first * first + moved * moved);
  for (let index = 0; index < values.length; index++)
    values[index] = -sign * ((values[index] ?? 0) - scale * (normal[index] ?? 0));
}

/** At least `count` words of four bytes: AES-256 in counter mode (NIST SP 800-38A) over zeros. */
function keystream(key: Buffer, count: number): Buffer {
  const words = Math.ceil(count / BATCH) * BATCH;
  return createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(words * 4));
}
