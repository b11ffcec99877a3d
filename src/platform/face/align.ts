import { type RgbImage } from './analyser.js';
import { type FivePoints, type Point } from './face-engine.js';
import { meanPoint } from './geometry.js';
import { type Similarity, warp } from './warp.js';

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
