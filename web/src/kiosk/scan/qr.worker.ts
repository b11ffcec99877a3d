import { BarcodeDetector, prepareZXingModule } from 'barcode-detector/ponyfill';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';

// Ours: the library would fetch it from a public server.
void prepareZXingModule({ overrides: { locateFile: () => wasmUrl }, fireImmediately: true });
const detector = new BarcodeDetector({ formats: ['qr_code'] });

/** Answers each picture with the text of its QR, or null. */
addEventListener('message', ({ data }: MessageEvent<ImageBitmap>) => {
  void detector
    .detect(data)
    .then(([code]) => code?.rawValue ?? null)
    .catch(() => null)
    .then((text) => {
      data.close();
      postMessage(text);
    });
});
