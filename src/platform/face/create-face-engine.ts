import { type FaceEngine } from './face-engine.js';

export interface FaceEngineOptions {
  readonly engine: 'onnx' | 'face-api';
  /** Name of a folder in packs/, or a path to a manifest. */
  readonly pack: string;
  /** Folder that holds a folder of model files for each pack. */
  readonly modelsDir: string;
  readonly threads: number;
  readonly maxBytes: number;
  readonly maxPixels: number;
}

/** Checks the pack's hashes and starts the threads. @throws ModelHashMismatchError and other reasons not to start */
export function createFaceEngine(options: FaceEngineOptions): Promise<FaceEngine> {
  return Promise.reject(new Error(`no engine ${options.engine} yet`));
}
