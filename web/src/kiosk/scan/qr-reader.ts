import { RemoteWork } from '../remote-work';

/** Reads the QR in a picture. @throws WorkerDied when it has to be opened anew */
export type QrReader = (picture: HTMLVideoElement) => Promise<string | undefined>;

/** The system's own, where there is one: it costs nothing. TypeScript has no types of it yet. */
interface SystemDetector {
  detect(picture: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
type SystemDetectorClass = (new (options: { formats: string[] }) => SystemDetector) & {
  getSupportedFormats(): Promise<string[]>;
};

/** Pixels: a card at arm's length has more than two for each module, and half as many pixels are read in half the time. */
const WIDTH = 640;

/** Of the system where it has one (Android, macOS), else zxing in a thread of its own. */
export async function openQrReader(): Promise<QrReader> {
  const System = (globalThis as { BarcodeDetector?: SystemDetectorClass }).BarcodeDetector;
  if (System !== undefined && (await System.getSupportedFormats()).includes('qr_code')) {
    const detector = new System({ formats: ['qr_code'] });
    return async (picture) => (await detector.detect(picture))[0]?.rawValue;
  }
  const worker = new Worker(new URL('./qr.worker.ts', import.meta.url), { type: 'module' });
  const remote = new RemoteWork<ImageBitmap, string | null>(worker);
  return async (picture) => {
    const bitmap = await createImageBitmap(picture, { resizeWidth: WIDTH });
    return (await remote.ask(bitmap, [bitmap])) ?? undefined;
  };
}
