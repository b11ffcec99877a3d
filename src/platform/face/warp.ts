import { type RgbImage } from './analyser.js';
import { Kernel } from './kernel.js';

/** x' = ax − by + tx, y' = bx + ay + ty: turns, scales and moves, never skews. */
export interface Similarity {
  readonly a: number;
  readonly b: number;
  readonly tx: number;
  readonly ty: number;
}

/** assembly/warp.ts, compiled. */
interface Functions {
  warp(
    source: number,
    width: number,
    height: number,
    a: number,
    b: number,
    tx: number,
    ty: number,
    columns: number,
    rows: number,
    out: number,
    stride: number,
  ): void;
}

const kernel = new Kernel<Functions>('warp');

/** Of a picture in the kernel's memory at once, bytes: a face in a frame is one piece, in a large photo it is taken by tiles. */
const REGION = 1 << 20;

/** Vectors lie at multiples of this; as much is left free behind what is read. */
const ALIGNMENT = 16;

interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * A square of a picture, turned and scaled to `size` by `size` pixels, bilinear: interleaved RGB, 0..255, black beyond the
 * picture. In vector instructions: JavaScript takes three times as long.
 * @param toSource takes pixels of the result to pixels of the picture; black is all that comes of one that is not finite
 */
export function warp(image: RgbImage, toSource: Similarity, size: number): Float32Array {
  const { a, b, tx, ty } = toSource;
  if (!Number.isFinite(a + b + tx + ty)) return new Float32Array(size * size * 3);
  const out = Math.ceil((kernel.free + REGION) / ALIGNMENT + 1) * ALIGNMENT;
  kernel.growTo(out + size * size * 12);
  const tile = tileOf(toSource, size);
  for (let top = 0; top < size; top += tile) {
    for (let left = 0; left < size; left += tile) {
      const area = { left, top, width: Math.min(tile, size - left), height: Math.min(tile, size - top) };
      warpTile(image, toSource, area, out + (top * size + left) * 12, size * 12);
    }
  }
  return new Float32Array(kernel.memory, out, size * size * 3).slice();
}

/** Side of the squares of the result that come from no more of the picture than the kernel's memory has room for. */
function tileOf({ a, b }: Similarity, size: number): number {
  const side = Math.floor(Math.sqrt(REGION / 3)) - 3;
  return Math.max(1, Math.min(size, Math.floor(side / (Math.abs(a) + Math.abs(b)))));
}

function warpTile(image: RgbImage, { a, b, tx, ty }: Similarity, area: Rectangle, out: number, stride: number): void {
  const x = a * area.left - b * area.top + tx;
  const y = b * area.left + a * area.top + ty;
  const [right, down] = [area.width - 1, area.height - 1];
  const [left, width] = extentOf([x, x + a * right, x - b * down, x + a * right - b * down], image.width);
  const [top, height] = extentOf([y, y + b * right, y + a * down, y + b * right + a * down], image.height);
  copy(image, { left, top, width, height });
  kernel.run.warp(kernel.free, width, height, a, b, x - left, y - top, area.width, area.height, out, stride);
}

/** First pixel and number of pixels, within `length`, that lie between these places or next to one of them. */
function extentOf(places: readonly number[], length: number): [first: number, count: number] {
  const within = (place: number) => Math.max(0, Math.min(length, place));
  const first = within(Math.floor(Math.min(...places)));
  return [first, within(Math.floor(Math.max(...places)) + 2) - first];
}

function copy({ data, width }: RgbImage, region: Rectangle): void {
  const bytes = region.width * 3;
  const memory = new Uint8Array(kernel.memory, kernel.free, bytes * region.height);
  for (let row = 0; row < region.height; row++) {
    const from = ((region.top + row) * width + region.left) * 3;
    memory.set(data.subarray(from, from + bytes), row * bytes);
  }
}
