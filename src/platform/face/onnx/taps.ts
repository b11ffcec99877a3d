/** What every pixel of a result is made of, along one axis: of equally many source pixels that follow each other. */
export interface Taps {
  /** Source pixels for each pixel of the result. */
  readonly count: number;
  /** First source pixel of each pixel of the result. */
  readonly firsts: Int32Array;
  /** `count` for each pixel of the result; they sum to 1. */
  readonly weights: Float32Array;
}

/**
 * A triangle around the middle of each pixel of the result, as much wider as the picture shrinks, so that no pixel is
 * skipped; cut off where the source ends. Where it shrinks four times or more, the source counts in blocks, as in
 * libvips: of what is left to do, the filter still sees two pixels for one.
 * @param from pixels of the source @param to pixels of the result
 */
export function tapsOf(from: number, to: number): Taps {
  const block = Math.max(1, Math.floor(from / to / 2));
  const blocks = Math.floor(from / block);
  const step = from / to / block;
  const reach = Math.max(step, 1);
  const width = Math.min(Math.ceil(2 * reach), blocks);
  const firsts = new Int32Array(to);
  const weights = new Float32Array(to * width * block);
  for (let index = 0; index < to; index++) {
    const middle = (index + 0.5) * step - 0.5;
    const first = Math.max(0, Math.min(Math.floor(middle - reach) + 1, blocks - width));
    firsts[index] = first * block;
    fillTriangle(weights.subarray(index * width * block, (index + 1) * width * block), middle - first, reach, block);
  }
  return { count: width * block, firsts, weights };
}

/** @param middle of the triangle, in blocks from the first weight @param reach blocks from there to nothing */
function fillTriangle(weights: Float32Array, middle: number, reach: number, block: number): void {
  let sum = 0;
  for (let index = 0; index < weights.length; index++) {
    const weight = Math.max(0, 1 - Math.abs(Math.floor(index / block) - middle) / reach);
    weights[index] = weight;
    sum += weight;
  }
  for (let index = 0; index < weights.length; index++) weights[index] = (weights[index] ?? 0) / sum;
}
