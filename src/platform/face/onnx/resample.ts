import { type RgbImage } from '../analyser.js';
import { type Crop, type Size } from './crop.js';

/** What one pixel of the result is made of, along one axis. */
interface Taps {
  /** First source pixel. */
  readonly first: number;
  /** Of it and those after it; they sum to 1. */
  readonly weights: readonly number[];
}

/** Rows that are added in one walk: of a frame of 640 × 480, what one row of the detector's input is made of. */
const ROWS = 4;

/**
 * A part of the image, squeezed into `size`: interleaved RGB, 0..255, `size.width * size.height * 3`. A linear filter that
 * is as much wider as the picture shrinks, so that no pixel is skipped; it gives what sharp gives with `kernel: 'linear'`.
 * sharp takes less time for it, but five changes of thread, which cost more (docs/adr/0010-face-pipeline.md).
 * @param out gets it, and is given back
 */
export function resample(
  { data, width }: RgbImage,
  { left, top, ...crop }: Crop,
  size: Size,
  out: Float32Array,
): Float32Array {
  const across = tapsOf(crop.width, size.width);
  const row = new Float64Array(crop.width * 3);
  tapsOf(crop.height, size.height).forEach(({ first, weights }, y) => {
    row.fill(0);
    for (let index = 0; index < weights.length; index += ROWS) {
      addRows(row, data, ((top + first + index) * width + left) * 3, width * 3, weights.slice(index, index + ROWS));
    }
    squeeze(row, across, out, y * size.width * 3);
  });
  return out;
}

/**
 * For each pixel of the result; `from` and `to` are lengths in pixels. Where it shrinks four times or more, the source
 * counts in blocks, as in libvips: of what is left to do, the filter still sees two pixels for one.
 */
function tapsOf(from: number, to: number): Taps[] {
  const block = Math.max(1, Math.floor(from / to / 2));
  const step = from / to / block;
  const blocks = Math.floor(from / block);
  return Array.from({ length: to }, (_, index) => {
    const { first, weights } = triangle((index + 0.5) * step - 0.5, Math.max(step, 1), blocks);
    return {
      first: first * block,
      weights: block === 1 ? weights : weights.flatMap((weight) => spread(weight, block)),
    };
  });
}

const spread = (weight: number, block: number): number[] => Array.from({ length: block }, () => weight / block);

/** Around `middle`, falling to nothing at the distance `reach`, cut off where the source ends. */
function triangle(middle: number, reach: number, length: number): Taps {
  const first = Math.max(0, Math.floor(middle - reach) + 1);
  const last = Math.min(length - 1, Math.ceil(middle + reach) - 1);
  const weights: number[] = [];
  for (let pixel = first; pixel <= last; pixel++) weights.push(1 - Math.abs(pixel - middle) / reach);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return { first, weights: weights.map((weight) => weight / sum) };
}

/** @param at first value of the first row in `data`; a row without weight is not looked for: it may lie beyond the end */
function addRows(row: Float64Array, data: Uint8Array, at: number, stride: number, weights: readonly number[]): void {
  const [a = 0, b = 0, c = 0, d = 0] = weights;
  const [atB, atC, atD] = [1, 2, 3].map((index) => (index < weights.length ? at + index * stride : at)) as Places;
  for (let i = 0; i < row.length; i++) {
    row[i] =
      (row[i] ?? 0) +
      a * (data[at + i] ?? 0) +
      b * (data[atB + i] ?? 0) +
      c * (data[atC + i] ?? 0) +
      d * (data[atD + i] ?? 0);
  }
}

type Places = [number, number, number];

function squeeze(row: Float64Array, across: readonly Taps[], out: Float32Array, at: number): void {
  for (const { first, weights } of across) {
    let red = 0;
    let green = 0;
    let blue = 0;
    for (let index = 0, p = first * 3; index < weights.length; index++, p += 3) {
      const weight = weights[index] ?? 0;
      red += weight * (row[p] ?? 0);
      green += weight * (row[p + 1] ?? 0);
      blue += weight * (row[p + 2] ?? 0);
    }
    out[at++] = red;
    out[at++] = green;
    out[at++] = blue;
  }
}
