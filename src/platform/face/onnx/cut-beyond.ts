import { type RgbImage } from '../analyser.js';
import { type Point } from '../face-engine.js';
import { type Crop, type Size, wholeOf } from './crop.js';

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

/** A part of an image. */
interface Cut {
  readonly image: RgbImage;
  readonly crop: Crop;
}

/**
 * The same part where it lies in the image; where it reaches beyond, a picture of its own, in which the image is continued
 * as in a mirror. A face that fills the frame keeps its size for the network that way: cut to what is there it is larger
 * than any that the network knows, and black around it looks like the rim of a screen.
 */
export function cutBeyond(image: RgbImage, crop: Crop): Cut {
  const { left, top, width, height } = crop;
  const inside = left >= 0 && top >= 0 && left + width <= image.width && top + height <= image.height;
  if (inside) return { image, crop };
  const data = new Uint8Array(width * height * 3);
  const [from, to] = [Math.max(left, 0), Math.min(left + width, image.width)];
  const beyond = [...range(left, from), ...range(to, left + width)].map(
    (x) => [x - left, mirrored(x, image.width)] as const,
  );
  for (let y = 0; y < height; y++) {
    const row = image.data.subarray(mirrored(top + y, image.height) * image.width * 3).subarray(0, image.width * 3);
    const out = data.subarray(y * width * 3, (y + 1) * width * 3);
    out.set(row.subarray(from * 3, to * 3), (from - left) * 3);
    for (const [x, source] of beyond) out.set(row.subarray(source * 3, source * 3 + 3), x * 3);
  }
  return { image: { data, width, height }, crop: wholeOf({ width, height }) };
}

const range = (start: number, end: number): number[] =>
  Array.from({ length: end - start }, (_, index) => start + index);

/** Back and forth over 0 … `length` − 1. */
function mirrored(index: number, length: number): number {
  const place = ((index % (2 * length)) + 2 * length) % (2 * length);
  return place < length ? place : 2 * length - 1 - place;
}
