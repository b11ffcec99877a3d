import { cp, mkdtemp, open, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fromRoot } from '../../src/config/paths.js';

/** One of the files that a worker loads. */
const FILE = 'arcface/fr_liveness.onnx';

/** A copy of the models in which one bit of one network is another; gone when it is disposed of. */
export async function changedModels(): Promise<AsyncDisposable & { readonly dir: string }> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'presente-models-'));
  await cp(fromRoot('models'), dir, { recursive: true });
  const file = await open(path.join(dir, FILE), 'r+');
  try {
    const { size } = await file.stat();
    const byte = Buffer.alloc(1);
    const place = Math.floor(size / 2);
    await file.read(byte, 0, 1, place);
    await file.write(Buffer.of(byte.readUInt8() ^ 1), 0, 1, place);
  } finally {
    await file.close();
  }
  return { dir, [Symbol.asyncDispose]: () => rm(dir, { recursive: true }) };
}
