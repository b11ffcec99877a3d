import { type RgbImage } from '../../../src/platform/face/analyser.js';

/** Red, green, blue. */
export type Colour = readonly [number, number, number];

/** Of sRGB, nearly. */
const GAMMA = 2.2;

export const each = (colour: Colour, change: (value: number, channel: 0 | 1 | 2) => number): Colour => [
  change(colour[0], 0),
  change(colour[1], 1),
  change(colour[2], 2),
];

/** 0..1 to 0..255, as a camera writes it. */
export const encoded = (light: number): number => 255 * Math.max(0, Math.min(1, light)) ** (1 / GAMMA);

/** Linear light, 0..1, between the pixels of a picture; beyond its edge that of the edge. */
export function lightAt({ data, width, height }: RgbImage, x: number, y: number): Colour {
  const [u, v] = [Math.max(0, Math.min(x, width - 1.001)), Math.max(0, Math.min(y, height - 1.001))];
  const [left, top] = [Math.floor(u), Math.floor(v)];
  const [across, down] = [u - left, v - top];
  const value = (channel: number) => {
    const at = (top * width + left) * 3 + channel;
    const upper = (data[at] ?? 0) * (1 - across) + (data[at + 3] ?? 0) * across;
    const lower = (data[at + width * 3] ?? 0) * (1 - across) + (data[at + width * 3 + 3] ?? 0) * across;
    return ((upper * (1 - down) + lower * down) / 255) ** GAMMA;
  };
  return [value(0), value(1), value(2)];
}
