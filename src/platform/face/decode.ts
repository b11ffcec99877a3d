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
  const format = acceptedFormat(bytes, limits);
  // the library's own cap is off because ours follows at once, with a reason of its own
  const header = await sharp(bytes, { limitInputPixels: false }).metadata().catch(unreadable);
  if (header.format !== format) throw new FrameRefusedError('UNREADABLE');
  if ((header.pages ?? 1) > 1) throw new FrameRefusedError('ANIMATED');
  const { width, height } = header.autoOrient;
  checkSize(width, height, limits);
  return { format, width, height };
}

/**
 * Upright 8-bit sRGB; transparency is laid on white, as a viewer would show it; metadata, thumbnails and whatever
 * follows the picture in the file are left behind.
 * @throws FrameRefusedError also for a file that ends too early or whose data is damaged
 */
export async function decodeFrame(bytes: Uint8Array, limits: FrameLimits): Promise<RgbImage> {
  // A JPEG is one picture, whose size the decoder checks itself before it starts; a look at the header first would be
  // one more change of thread a frame. Others may be animations, which only the header tells.
  if (acceptedFormat(bytes, limits) !== 'jpeg') await inspectFrame(bytes, limits);
  const { data, info } = await sharp(bytes, {
    limitInputPixels: limits.maxPixels,
    failOn: 'warning',
    sequentialRead: true,
  })
    .autoOrient()
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
    .catch(async (cause: unknown) => {
      await inspectFrame(bytes, limits); // throws the better reason, if there is one
      return unreadable(cause);
    });
  checkSize(info.width, info.height, limits);
  return { data, width: info.width, height: info.height };
}

function acceptedFormat(bytes: Uint8Array, { maxBytes }: FrameLimits): AcceptedFormat {
  if (bytes.length > maxBytes) throw new FrameRefusedError('TOO_MANY_BYTES');
  const format = formatByContent(bytes);
  if (format === 'unknown') throw new FrameRefusedError('NOT_AN_IMAGE');
  if (format === 'other') throw new FrameRefusedError('FORMAT_NOT_ACCEPTED');
  return format;
}

function checkSize(width: number, height: number, { maxPixels }: FrameLimits): void {
  if (width * height > maxPixels) throw new FrameRefusedError('TOO_MANY_PIXELS');
  if (Math.min(width, height) < MIN_SIDE) throw new FrameRefusedError('TOO_FEW_PIXELS');
}

/** By now the file claims to be a picture that we take: whatever the decoder says against it is damage. */
function unreadable(cause: unknown): never {
  throw Object.assign(new FrameRefusedError('UNREADABLE'), { cause });
}
