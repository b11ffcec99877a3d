import { Kernel } from './kernel.js';

/** assembly/gaussians.ts, compiled. */
interface BoxMuller {
  boxMuller(address: number, count: number): void;
}

const kernel = new Kernel<BoxMuller>('gaussians');

/** By what the address of vectors divides. */
const ALIGNMENT = 16;

/**
 * Numbers of the standard normal distribution, one for each word; the same for the same words on every machine, which
 * JavaScript's own sine and logarithm don't promise. In vector instructions: JavaScript takes ten times as long.
 * @param words uniform 32-bit words, as many as a multiple of 8
 */
export function gaussiansOf(words: Uint8Array): Float64Array {
  const start = Math.ceil(kernel.free / ALIGNMENT) * ALIGNMENT;
  kernel.growTo(start + words.length);
  const memory = new Uint8Array(kernel.memory, start, words.length);
  memory.set(words);
  kernel.run.boxMuller(start, words.length / 4);
  const gaussians = Float64Array.from(new Float32Array(kernel.memory, start, words.length / 4));
  memory.fill(0); // They are as good as the key that the words came from.
  return gaussians;
}
