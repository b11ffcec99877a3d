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
 * @param use gets the numbers, which are gone when it returns: they are as good as the key that the words came from
 */
export function withGaussiansOf<T>(words: Uint8Array, use: (gaussians: Float32Array) => T): T {
  const start = Math.ceil(kernel.free / ALIGNMENT) * ALIGNMENT;
  kernel.growTo(start + words.length);
  const memory = new Uint8Array(kernel.memory, start, words.length);
  memory.set(words);
  kernel.run.boxMuller(start, words.length / 4);
  try {
    return use(new Float32Array(kernel.memory, start, words.length / 4));
  } finally {
    memory.fill(0);
  }
}
