import jsQR from 'jsqr';
import sharp from 'sharp';
import { ApiError } from './api-client.js';

/** Reads a QR off its picture, as a kiosk does. @param dataUrl a PNG as `data:image/png;base64,…` */
export async function readQr(dataUrl: string): Promise<string> {
  const png = Buffer.from(dataUrl.split(',')[1] ?? '', 'base64');
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const code = jsQR.default(new Uint8ClampedArray(data), info.width, info.height);
  if (code === null) throw new ApiError('There is no readable QR in the picture.');
  return code.data;
}
