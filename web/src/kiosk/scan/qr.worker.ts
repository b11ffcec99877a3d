import { BarcodeDetector, prepareZXingModule } from 'barcode-detector/ponyfill';

const wasmUrl = new URL('zxing-wasm/reader/zxing_reader.wasm', import.meta.url).href;
const detector = new BarcodeDetector({ formats: ['qr_code'] });
let engine: Promise<unknown> | undefined;

/** From here: the library would fetch it from a public server. What could not be fetched is fetched again for the next picture. */
async function load(): Promise<void> {
  engine ??= prepareZXingModule({ overrides: { locateFile: () => wasmUrl }, fireImmediately: true });
  try {
    await engine;
  } catch (error) {
    engine = undefined;
    throw error;
  }
}

/** Answers each picture with the text of its QR, or null. */
addEventListener('message', ({ data }: MessageEvent<ImageBitmap>) => {
  void load()
    .then(() => detector.detect(data))
    .then(([code]) => code?.rawValue ?? null)
    .catch(() => null)
    .then((text) => {
      data.close();
      postMessage(text);
    });
});
