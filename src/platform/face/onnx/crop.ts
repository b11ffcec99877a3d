import { type Box } from '../face-engine.js';
import { heightOf, widthOf } from '../geometry.js';

/** Whole pixels inside the image, at least one each way. */
export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const wholeOf = ({ width, height }: Size): Crop => ({ left: 0, top: 0, width, height });

/** What of the box lies in the image. */
export function cropOfBox(box: Box, image: Size): Crop {
  const left = clamp(Math.floor(box.x1), 0, image.width - 1);
  const top = clamp(Math.floor(box.y1), 0, image.height - 1);
  return {
    left,
    top,
    width: clamp(Math.ceil(box.x2) - left, 1, image.width - left),
    height: clamp(Math.ceil(box.y2) - top, 1, image.height - top),
  };
}

/** A square around the middle of the box, less what lies beyond the image. @param scale of the box's longer side */
export function squareAround(box: Box, scale: number, image: Size): Crop {
  const half = (Math.max(widthOf(box), heightOf(box)) * scale) / 2;
  const [x, y] = [(box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2];
  return cropOfBox({ x1: x - half, y1: y - half, x2: x + half, y2: y + half }, image);
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));
