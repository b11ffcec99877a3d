import QRCode from 'qrcode';
import { type CredentialQr } from './credential.type.js';

/** Level M restores 15 % of the modules: a scratched card still reads, and the code stays coarse enough for a webcam. */
const OPTIONS = { errorCorrectionLevel: 'M', margin: 4 } as const;

export async function drawQr(text: string): Promise<CredentialQr> {
  const [png, svg] = await Promise.all([
    QRCode.toDataURL(text, { ...OPTIONS, type: 'image/png', scale: 8 }),
    QRCode.toString(text, { ...OPTIONS, type: 'svg' }),
  ]);
  return { text, png, svg };
}
