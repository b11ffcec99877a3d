import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { ApiError } from './api-client.js';

const wasmFile = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'));
let loading: Promise<unknown> | undefined;

/** Its own WebAssembly: left to itself it asks a public server for it. */
async function load(): Promise<void> {
  const wasmBinary = new Uint8Array(await readFile(wasmFile)).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
}

/** Reads the QR off its picture, by the reader that a kiosk has. @param dataUrl a PNG as `data:image/png;base64,…` */
export async function readQr(dataUrl: string): Promise<string> {
  await (loading ??= load());
  const png = Buffer.from(dataUrl.split(',')[1] ?? '', 'base64');
  const [code] = await readBarcodes(new Uint8Array(png), { formats: ['QRCode'] });
  if (code === undefined) throw new ApiError('There is no readable QR in the picture.');
  return code.text;
}
