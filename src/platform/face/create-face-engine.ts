import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Calibration, readCalibration } from './calibration.js';
import { identityOfFaceApi, readFaceApiPack } from './face-api/face-api-pack.js';
import { type FaceEngine, type ModelIdentity } from './face-engine.js';
import { checkModelFiles } from './model-files.js';
import { identityOf, packFolder, readPack } from './pack.js';
import { FacePool } from './pool/face-pool.js';
import { type ThreadSetup } from './pool/thread-protocol.js';
import { PooledFaceEngine } from './pooled-face-engine.js';

export interface FaceEngineOptions {
  readonly engine: 'onnx' | 'face-api';
  /** Name of a folder in packs/, or a path to a folder that holds a manifest. `face-api` always takes its own. */
  readonly pack: string;
  /** Folder that holds a folder of model files for each pack. */
  readonly modelsDir: string;
  readonly threads: number;
  readonly maxBytes: number;
  readonly maxPixels: number;
}

interface Preparation {
  readonly model: ModelIdentity;
  readonly setup: ThreadSetup;
  readonly folder: string;
  readonly liveThreshold: number | undefined;
}

/** Checks the pack's hashes and starts the threads. @throws ModelHashMismatchError and other reasons not to start */
export async function createFaceEngine(options: FaceEngineOptions): Promise<FaceEngine> {
  const { model, setup, folder, liveThreshold } =
    options.engine === 'onnx' ? await prepareOnnx(options) : await prepareFaceApi(options);
  const calibration = await calibrationOf(model, folder);
  return new PooledFaceEngine(model, new FacePool({ threads: options.threads, setup }), calibration, liveThreshold);
}

async function prepareOnnx({ pack: name, modelsDir, maxBytes, maxPixels }: FaceEngineOptions): Promise<Preparation> {
  const pack = await readPack(name);
  const dir = path.join(modelsDir, pack.id);
  await checkModelFiles(pack, dir);
  const setup = { engine: 'onnx', pack, dir, limits: { maxBytes, maxPixels } } as const;
  return {
    model: identityOf(pack),
    setup,
    folder: packFolder(name),
    liveThreshold: pack.stages.live?.threshold.score,
  };
}

async function prepareFaceApi({ maxBytes, maxPixels }: FaceEngineOptions): Promise<Preparation> {
  const folder = packFolder('face-api');
  const pack = await readFaceApiPack(path.join(folder, 'manifest.json'));
  const setup = { engine: 'face-api', pack, limits: { maxBytes, maxPixels } } as const;
  return { model: identityOfFaceApi(pack), setup, folder, liveThreshold: undefined };
}

/** @throws Error when the calibration was made with another model: its thresholds would be worth nothing */
async function calibrationOf(model: ModelIdentity, folder: string): Promise<Calibration | undefined> {
  const file = path.join(folder, 'calibration.json');
  if (!existsSync(file)) return undefined;
  const calibration = await readCalibration(file);
  const made = calibration.data.model;
  if (made.id === model.id && made.version === model.version) return calibration;
  throw new Error(
    `${file} was made with ${made.id} ${made.version}, the pack is ${model.id} ${model.version}: calibrate again.`,
  );
}
