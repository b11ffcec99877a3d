import sharp from 'sharp';

const SIZE = { width: 640, height: 480 };

const ground = () => sharp({ create: { ...SIZE, channels: 3, background: '#9a9a9a' } });

/** A picture of somebody, as a kiosk's camera might also see it. */
export const scenery = {
  /** @param scale of the face; below 1 further away */
  nearer: async (jpeg: Buffer, scale: number): Promise<Buffer> => {
    const width = Math.round(SIZE.width * scale);
    const sized = sharp(jpeg).resize(width, Math.round(SIZE.height * scale));
    if (scale < 1) return onGround(await sized.toBuffer());
    const buffer = await sized.toBuffer();
    const left = Math.round((width - SIZE.width) / 2);
    const top = Math.round((SIZE.height * scale - SIZE.height) / 2);
    return sharp(buffer)
      .extract({ left, top, ...SIZE })
      .jpeg()
      .toBuffer();
  },
  /** @param part of the width by which they stand to the right */
  aside: async (jpeg: Buffer, part: number): Promise<Buffer> => {
    const left = Math.round(SIZE.width * part);
    const rest = await sharp(jpeg)
      .extract({ left: 0, top: 0, width: SIZE.width - left, height: SIZE.height })
      .toBuffer();
    return onGround(rest, { left, top: 0 });
  },
  moved: (jpeg: Buffer): Promise<Buffer> => sharp(jpeg).blur(5).jpeg({ quality: 95 }).toBuffer(),
  lit: (jpeg: Buffer, brightness: number): Promise<Buffer> =>
    sharp(jpeg).linear(brightness, 0).jpeg({ quality: 95 }).toBuffer(),
  washedOut: (jpeg: Buffer): Promise<Buffer> => sharp(jpeg).linear(0.25, 225).jpeg({ quality: 95 }).toBuffer(),
};

const onGround = async (picture: Buffer, where: { left: number; top: number } | object = {}): Promise<Buffer> =>
  ground()
    .composite([{ input: picture, ...where }])
    .jpeg()
    .toBuffer();
