import { type RgbImage } from './analyser.js';
import { type FivePoints, type Point } from './face-engine.js';
import { meanPoint } from './geometry.js';

/** x' = ax − by + tx, y' = bx + ay + ty: turns, scales and moves, never skews. */
export interface Similarity {
  readonly a: number;
  readonly b: number;
  readonly tx: number;
  readonly ty: number;
}

/** Least-squares similarity that takes `from` to `to` (Umeyama 1991, without reflection). */
export function similarityBetween(from: readonly Point[], to: readonly Point[]): Similarity {
  const [m, n] = [meanPoint(from), meanPoint(to)];
  let [dot, cross, spread] = [0, 0, 0];
  from.forEach((point, index) => {
    const target = to[index] ?? n;
    const [x, y, u, v] = [point.x - m.x, point.y - m.y, target.x - n.x, target.y - n.y];
    dot += x * u + y * v;
    cross += x * v - y * u;
    spread += x * x + y * y;
  });
  const [a, b] = [dot / spread, cross / spread];
  return { a, b, tx: n.x - a * m.x + b * m.y, ty: n.y - b * m.x - a * m.y };
}

function inverse({ a, b, tx, ty }: Similarity): Similarity {
  const size = a * a + b * b;
  const [c, d] = [a / size, -b / size];
  return { a: c, b: d, tx: -(c * tx - d * ty), ty: -(d * tx + c * ty) };
}

/**
 * The face, upright and in its standard place: interleaved RGB, 0..255, `size * size * 3`, black beyond the frame.
 * @param reference where the five points shall lie, pixels of the result
 */
export function alignFace(image: RgbImage, five: FivePoints, reference: readonly Point[], size: number): Float32Array {
  return warp(image, inverse(similarityBetween(five, reference)), size);
}

/** Left and right exchanged. @param aligned a square picture, interleaved RGB */
export function mirrorFace(aligned: Float32Array): Float32Array {
  const size = Math.sqrt(aligned.length / 3);
  const out = new Float32Array(aligned.length);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const from = (y * size + x) * 3;
      out.set(aligned.subarray(from, from + 3), (y * size + size - 1 - x) * 3);
    }
  }
  return out;
}

/** Bilinear. @param toSource takes pixels of the result to pixels of the image */
function warp(image: RgbImage, { a, b, tx, ty }: Similarity, size: number): Float32Array {
  const out = new Float32Array(size * size * 3);
  for (let y = 0, at = 0; y < size; y++) {
    for (let x = 0; x < size; x++, at += 3) sample(image, a * x - b * y + tx, b * x + a * y + ty, out, at);
  }
  return out;
}

function sample(image: RgbImage, x: number, y: number, out: Float32Array, at: number): void {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const { data, width, height } = image;
  if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) {
    sampleAtEdge(image, x, y, out, at);
    return;
  }
  const [right, below] = [x - left, y - top];
  const [a, b, c, d] = [(1 - right) * (1 - below), right * (1 - below), (1 - right) * below, right * below];
  const p = (top * width + left) * 3;
  const q = p + width * 3;
  for (let colour = 0; colour < 3; colour++) {
    out[at + colour] =
      a * (data[p + colour] ?? 0) +
      b * (data[p + colour + 3] ?? 0) +
      c * (data[q + colour] ?? 0) +
      d * (data[q + colour + 3] ?? 0);
  }
}

/** Where one of the four pixels lies beyond the frame: it counts as black. */
function sampleAtEdge({ data, width, height }: RgbImage, x: number, y: number, out: Float32Array, at: number): void {
  const left = Math.floor(x);
  const top = Math.floor(y);
  let red = 0;
  let green = 0;
  let blue = 0;
  for (let corner = 0; corner < 4; corner++) {
    const px = left + (corner & 1);
    const py = top + (corner >> 1);
    if (px < 0 || py < 0 || px >= width || py >= height) continue;
    const weight = (1 - Math.abs(x - px)) * (1 - Math.abs(y - py));
    const p = (py * width + px) * 3;
    red += weight * (data[p] ?? 0);
    green += weight * (data[p + 1] ?? 0);
    blue += weight * (data[p + 2] ?? 0);
  }
  out[at] = red;
  out[at + 1] = green;
  out[at + 2] = blue;
}
