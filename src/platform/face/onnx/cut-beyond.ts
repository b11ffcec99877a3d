import { type RgbImage } from '../analyser.js';
import { type Point } from '../face-engine.js';
import { type Crop, type Size } from './crop.js';
import { resample } from './resample.js';

/**
 * A square of whole pixels around a point: moved to lie in the image, or centred on it where the image is too small for
 * that, so that it reaches beyond on both sides.
 */
export function squareIn(image: Size, middle: Point, side: number): Crop {
  const length = Math.max(1, Math.round(side));
  return {
    left: startOf(middle.x, length, image.width),
    top: startOf(middle.y, length, image.height),
    width: length,
    height: length,
  };
}

function startOf(middle: number, length: number, limit: number): number {
  const start = Math.round(middle - length / 2);
  return length > limit ? start : Math.max(0, Math.min(start, limit - length));
}

/**
 * As `resample`, of a part that may reach beyond the image, which is continued as in a mirror. A face that fills the
 * frame keeps its size for the network that way: cut to what is there it is larger than any that the network knows, and
 * black around it looks like the rim of a screen.
 * @param out gets it, `size.width * size.height * 3`, and is given back
 */
export function cutBeyond(image: RgbImage, crop: Crop, size: Size, out: Float32Array): Float32Array {
  const across = partOf(crop.left, crop.width, image.width, size.width);
  const down = partOf(crop.top, crop.height, image.height, size.height);
  const there = { left: across.start, top: down.start, width: across.length, height: down.length };
  const shown = { width: across.shown, height: down.shown };
  if (shown.width === size.width && shown.height === size.height) return resample(image, there, size, out);
  const part = resample(image, there, shown, new Float32Array(shown.width * shown.height * 3));
  for (let y = 0, at = 0; y < size.height; y++) {
    const row = mirrored(y - down.before, shown.height) * shown.width;
    for (let x = 0; x < size.width; x++, at += 3) {
      const from = (row + mirrored(x - across.before, shown.width)) * 3;
      out.set(part.subarray(from, from + 3), at);
    }
  }
  return out;
}

interface Part {
  /** Pixels of the image. */
  readonly start: number;
  readonly length: number;
  /** Pixels of the result that they fill, and those before them. */
  readonly shown: number;
  readonly before: number;
}

/** What of `start … start + length` lies in 0 … `limit`, and where that is in a result of `size` pixels. */
function partOf(start: number, length: number, limit: number, size: number): Part {
  const from = Math.max(0, Math.min(start, limit - 1));
  const to = Math.max(from + 1, Math.min(start + length, limit));
  const before = Math.round(((from - start) / length) * size);
  const shown = Math.max(1, Math.round(((to - start) / length) * size) - before);
  return { start: from, length: to - from, shown, before };
}

/** Back and forth over 0 … `length` − 1. */
function mirrored(index: number, length: number): number {
  const place = ((index % (2 * length)) + 2 * length) % (2 * length);
  return place < length ? place : 2 * length - 1 - place;
}
