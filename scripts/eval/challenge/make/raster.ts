import { sharp } from '../../../../src/platform/face/image-library.js';

/** 8-bit RGB, row by row. */
export interface Raster {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

export async function readRaster(picture: Uint8Array): Promise<Raster> {
  const { data, info } = await sharp(picture).autoOrient().removeAlpha().toColourspace('srgb').raw().toBuffer({
    resolveWithObject: true,
  });
  return { data, width: info.width, height: info.height };
}

export const toJpeg = ({ data, width, height }: Raster): Promise<Buffer> =>
  sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 92 })
    .toBuffer();

/** From −1 to 1, the same for the same numbers. */
function hashOf(a: number, b: number): number {
  const mixed = Math.imul(a ^ Math.imul(b + 1, 0x9e3779b1), 0x85ebca6b);
  return ((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 31 - 1;
}

/** What a sensor adds. @param amount grey levels @param seed another one gives other noise */
export function withNoise({ data, ...size }: Raster, amount: number, seed: number): Raster {
  const noisy = data.map((value, index) => Math.max(0, Math.min(255, value + amount * hashOf(index, seed))));
  return { ...size, data: Buffer.from(noisy) };
}
