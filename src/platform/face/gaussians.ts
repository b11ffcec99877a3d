import { Kernel } from './kernel.js';

/** assembly/gaussians.ts, compiled. */
interface Functions {
  boxMuller(address: number, count: number): void;
  reflections(normals: number, values: number, dimensions: number): void;
}

const kernel = new Kernel<Functions>('gaussians');

/** By what the address of vectors divides. */
const ALIGNMENT = 16;
const FLOAT_BYTES = 4;
const DOUBLE_BYTES = 8;

/** Numbers of the standard normal distribution, in the kernel's memory. */
export class Gaussians {
  constructor(
    private readonly address: number,
    private readonly count: number,
  ) {}

  get numbers(): Float32Array {
    return new Float32Array(kernel.memory, this.address, this.count);
  }

  /**
   * Reflects `vector` once in all of its dimensions, then in all but the first, and so on: each time at the direction of the
   * next numbers, which are used up.
   * @param vector of d dimensions, for d(d+1)/2 of the numbers; changed in its place
   * @throws RangeError when there are not as many
   */
  reflect(vector: Float64Array): void {
    const { address, count } = this;
    if ((vector.length * (vector.length + 1)) / 2 > count) throw new RangeError('Too few numbers for this vector.');
    const values = new Float64Array(kernel.memory, address + count * FLOAT_BYTES, vector.length);
    values.set(vector);
    kernel.run.reflections(address, values.byteOffset, vector.length);
    vector.set(values);
  }
}

/**
 * Numbers of the standard normal distribution, one for each word; the same for the same words on every machine, which
 * JavaScript's own sine and logarithm don't promise. In vector instructions: JavaScript takes ten times as long.
 * @param count of words, a multiple of 8
 * @param fill puts them there: uniform, of 32 bits
 * @param use gets the numbers, which are gone when it returns: they are as good as the key that the words came from
 */
export function withGaussiansOf<T>(
  count: number,
  fill: (words: Uint8Array) => void,
  use: (gaussians: Gaussians) => T,
): T {
  const address = Math.ceil(kernel.free / ALIGNMENT) * ALIGNMENT;
  const bytes = count * FLOAT_BYTES;
  const end = address + bytes + DOUBLE_BYTES * Math.ceil(Math.sqrt(2 * count));
  kernel.growTo(end);
  try {
    fill(new Uint8Array(kernel.memory, address, bytes));
    kernel.run.boxMuller(address, count);
    return use(new Gaussians(address, count));
  } finally {
    new Uint8Array(kernel.memory, address, end - address).fill(0);
  }
}
