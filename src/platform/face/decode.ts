import { type Metadata } from 'sharp';
import { type RgbImage } from './analyser.js';
import { FrameRefusedError } from './frame-refused.error.js';
import { type AcceptedFormat, formatByContent } from './image-format.js';
import { sharp } from './image-library.js';

export interface FrameLimits {
  readonly maxBytes: number;
  readonly maxPixels: number;
}

export interface FrameHeader {
  readonly format: AcceptedFormat;
  /** Upright, pixels. */
  readonly width: number;
  readonly height: number;
}

/** Pixels; below this no side can hold a face that the embedder could use (eyes 30 pixels apart). */
const MIN_SIDE = 64;

/** Reads the header only: nothing is decoded, so a small file can't unfold into gigabytes. @throws FrameRefusedError */
export async function inspectFrame(bytes: Uint8Array, limits: FrameLimits): Promise<FrameHeader> {
  const { format, autoOrient } = await readHeader(bytes, limits);
  return { format, width: autoOrient.width, height: autoOrient.height };
}

async function readHeader(bytes: Uint8Array, limits: FrameLimits): Promise<Metadata & { format: AcceptedFormat }> {
  if (bytes.length > limits.maxBytes) throw new FrameRefusedError('TOO_MANY_BYTES');
  const format = formatByContent(bytes);
  if (format === 'unknown') throw new FrameRefusedError('NOT_AN_IMAGE');
  if (format === 'other') throw new FrameRefusedError('FORMAT_NOT_ACCEPTED');

  // the library's own cap is off because ours follows at once, with a reason of its own
  const header = await readable(sharp(bytes, { limitInputPixels: false }).metadata());
  if (header.format !== format) throw new FrameRefusedError('UNREADABLE');
  if ((header.pages ?? 1) > 1) throw new FrameRefusedError('ANIMATED');
  const { width, height } = header.autoOrient;
  if (width * height > limits.maxPixels) throw new FrameRefusedError('TOO_MANY_PIXELS');
  if (Math.min(width, height) < MIN_SIDE) throw new FrameRefusedError('TOO_FEW_PIXELS');
  return { ...header, format };
}

/**
 * Upright 8-bit sRGB; transparency is laid on white, as a viewer would show it; metadata, thumbnails and whatever
 * follows the picture in the file are left behind.
 * @throws FrameRefusedError also for a file that ends too early or whose data is damaged
 */
export async function decodeFrame(bytes: Uint8Array, limits: FrameLimits): Promise<RgbImage> {
  const { orientation = 1, hasAlpha, space, depth } = await readHeader(bytes, limits);
  const pixels = sharp(bytes, { limitInputPixels: limits.maxPixels, failOn: 'warning', sequentialRead: true });
  // Only what this picture needs: together they cost a quarter of the decoding of a camera's frame, which needs none.
  if (orientation !== 1) pixels.autoOrient();
  if (hasAlpha) pixels.flatten({ background: 'white' });
  if (space !== 'srgb' || depth !== 'uchar') pixels.toColourspace('srgb').raw({ depth: 'uchar' });
  const { data, info } = await readable(pixels.raw().toBuffer({ resolveWithObject: true }));
  return { data, width: info.width, height: info.height };
}

/** By now the file claims to be a picture that we take: whatever the decoder says against it is damage. */
function readable<T>(reading: Promise<T>): Promise<T> {
  return reading.catch((cause: unknown) => {
    throw Object.assign(new FrameRefusedError('UNREADABLE'), { cause });
  });
}
