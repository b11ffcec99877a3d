import { alignFace } from './align.js';
import { type RgbImage } from './analyser.js';
import { type Box, type FaceQuality, type FivePoints, type Point } from './face-engine.js';
import { distance, marginOf, noseOffset } from './geometry.js';

/** The ArcFace alignment, whatever the embedder of the pack wants: so the limits in choose-face.ts hold for all. */
export const QUALITY_SIZE = 112;
export const QUALITY_REFERENCE: readonly Point[] = [
  { x: 38.2946, y: 51.6963 },
  { x: 73.5318, y: 51.5014 },
  { x: 56.0252, y: 71.7366 },
  { x: 41.5493, y: 92.3655 },
  { x: 70.7299, y: 92.2041 },
];

/** A rectangle of the aligned face, pixels. */
interface Patch {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where they lie in a face aligned to `QUALITY_REFERENCE`. */
const FOREHEAD: Patch = { left: 44, top: 22, width: 24, height: 18 };
const EYES: readonly Patch[] = [
  { left: 28, top: 44, width: 20, height: 16 },
  { left: 64, top: 44, width: 20, height: 16 },
];
const MOUTH: Patch = { left: 40, top: 84, width: 32, height: 16 };

/** @param aligned the face at `QUALITY_SIZE`, aligned to `QUALITY_REFERENCE`, when the caller has it already */
export function measureQuality(
  image: RgbImage,
  box: Box,
  five: FivePoints,
  aligned = alignFace(image, five, QUALITY_REFERENCE, QUALITY_SIZE),
): FaceQuality {
  const luma = lumaOf(aligned);
  const light = spreadOf(luma);
  const skin = Math.max(1, spreadOf(patchOf(luma, FOREHEAD)).mean);
  return {
    eyeDistance: distance(five[0], five[1]),
    brightness: light.mean,
    contrast: Math.sqrt(light.variance),
    sharpness: spreadOf(laplacian(luma, QUALITY_SIZE)).variance,
    noseOffset: noseOffset(five),
    margin: marginOf(box, image),
    eyeLight: Math.max(...EYES.map((eye) => spreadOf(patchOf(luma, eye)).mean)) / skin,
    mouthContrast: Math.sqrt(spreadOf(patchOf(luma, MOUTH)).variance) / skin,
  };
}

/** ITU-R BT.601, 0..255. */
function lumaOf(rgb: Float32Array): Float32Array {
  const luma = new Float32Array(rgb.length / 3);
  for (let i = 0, p = 0; i < luma.length; i++, p += 3) {
    luma[i] = 0.299 * (rgb[p] ?? 0) + 0.587 * (rgb[p + 1] ?? 0) + 0.114 * (rgb[p + 2] ?? 0);
  }
  return luma;
}

function patchOf(luma: Float32Array, { left, top, width, height }: Patch): Float32Array {
  const out = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (top + y) * QUALITY_SIZE + left;
    out.set(luma.subarray(from, from + width), y * width);
  }
  return out;
}

/** Four neighbours less four times the middle, without the rim. */
function laplacian(luma: Float32Array, size: number): Float32Array {
  const out = new Float32Array((size - 2) ** 2);
  const at = (index: number) => luma[index] ?? 0;
  for (let y = 1, o = 0; y < size - 1; y++) {
    for (let x = 1; x < size - 1; x++) {
      const i = y * size + x;
      out[o++] = at(i - 1) + at(i + 1) + at(i - size) + at(i + size) - 4 * at(i);
    }
  }
  return out;
}

function spreadOf(values: Float32Array): { mean: number; variance: number } {
  const { length } = values;
  let [sum, squares] = [0, 0];
  // By index: an iterator takes four times as long, and this looks at each pixel twice.
  for (let i = 0; i < length; i++) {
    const value = values[i] ?? 0;
    sum += value;
    squares += value * value;
  }
  const mean = sum / length;
  return { mean, variance: squares / length - mean * mean };
}
