import { BarcodeDetector, prepareZXingModule } from 'barcode-detector/ponyfill';

const wasmUrl = new URL('zxing-wasm/reader/zxing_reader.wasm', import.meta.url).href;
let detector: Promise<BarcodeDetector> | undefined;

/** With WebAssembly of ours. A detector that is made before it is there asks a public server for it. */
async function load(): Promise<BarcodeDetector> {
  await prepareZXingModule({ overrides: { locateFile: () => wasmUrl }, fireImmediately: true });
  return new BarcodeDetector({ formats: ['qr_code'] });
}

async function textIn(picture: ImageBitmap): Promise<string | null> {
  try {
    detector ??= load();
    const [code] = await (await detector).detect(picture);
    return code?.rawValue ?? null;
  } catch {
    // What could not be fetched now is fetched for the next picture.
    detector = undefined;
    return null;
  } finally {
    picture.close();
  }
}

/** Answers each picture with the text of its QR, or null. */
addEventListener('message', ({ data }: MessageEvent<ImageBitmap>) => {
  void textIn(data).then((text) => postMessage(text));
});
