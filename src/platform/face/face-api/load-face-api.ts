import { createRequire } from 'node:module';
import path from 'node:path';
import type * as tensorflow from '@tensorflow/tfjs';
import type * as wasmBackend from '@tensorflow/tfjs-backend-wasm';
import type * as faceApi from '@vladmandic/face-api';

export type FaceApi = typeof faceApi;

/** face-api's builds for Node are CommonJS, one for each TensorFlow.js, which each of them requires by itself. */
const require = createRequire(import.meta.url);

/** The folder of face-api's own networks. @throws Error where the package was left out, as in Presente's image */
export function faceApiModels(): string {
  try {
    return path.join(path.dirname(require.resolve('@vladmandic/face-api/package.json')), 'model');
  } catch (cause) {
    throw new Error('FACE_ENGINE=face-api needs the npm package @vladmandic/face-api, which is not here.', { cause });
  }
}

/** With its networks, on libtensorflow where `@tensorflow/tfjs-node` is installed and else on WebAssembly; one thread. */
export async function loadFaceApi(): Promise<FaceApi> {
  const api = withNativeBackend() ?? (await withWasmBackend());
  const { ssdMobilenetv1, faceLandmark68Net, faceRecognitionNet } = api.nets;
  const folder = faceApiModels();
  await Promise.all([ssdMobilenetv1, faceLandmark68Net, faceRecognitionNet].map((net) => net.loadFromDisk(folder)));
  return api;
}

/** Undefined when the native package is not installed or does not load on this machine. */
function withNativeBackend(): FaceApi | undefined {
  try {
    require('@tensorflow/tfjs-node');
  } catch {
    return undefined;
  }
  return require('@vladmandic/face-api/dist/face-api.node.js') as FaceApi;
}

async function withWasmBackend(): Promise<FaceApi> {
  const tf = require('@tensorflow/tfjs') as typeof tensorflow;
  const wasm = require('@tensorflow/tfjs-backend-wasm') as typeof wasmBackend;
  wasm.setWasmPaths(path.join(path.dirname(require.resolve('@tensorflow/tfjs-backend-wasm')), path.sep));
  if (!(await tf.setBackend('wasm'))) throw new Error('The WebAssembly backend of TensorFlow.js does not start.');
  await tf.ready();
  return require('@vladmandic/face-api/dist/face-api.node-wasm.js') as FaceApi;
}
