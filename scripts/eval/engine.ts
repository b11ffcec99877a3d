import { z } from 'zod';
import { environmentSchema } from '../../src/config/env.js';
import { createFaceEngine } from '../../src/platform/face/create-face-engine.js';
import { type FaceEngine } from '../../src/platform/face/face-engine.js';
import { OperatorError } from '../support/operator-error.js';

export const ENGINES = ['onnx', 'face-api'] as const;
export type EngineName = (typeof ENGINES)[number];

/** What a labelled set may hold; wider than what a kiosk may send. */
export const LIMITS = { maxBytes: 50_000_000, maxPixels: 100_000_000 };

const settings = environmentSchema.pick({ FACE_PACK: true, FACE_THREADS: true, MODELS_DIR: true });

/** @throws OperatorError when there is no such engine */
export function engineName(text: string): EngineName {
  const name = ENGINES.find((engine) => engine === text);
  if (name === undefined) throw new OperatorError(`There is no engine ${text}; there are ${ENGINES.join(' and ')}.`);
  return name;
}

/** The folder in packs/ of an engine, unless the environment names another for `onnx`. */
export const packOf = (engine: EngineName): string => (engine === 'onnx' ? faceSettings().FACE_PACK : 'face-api');

/** An engine for measuring, warmed up. @param threads as in FACE_THREADS, by default one a core */
export async function openEngine(engine: EngineName, threads = faceSettings().FACE_THREADS): Promise<FaceEngine> {
  const opened = await createFaceEngine({
    engine,
    pack: packOf(engine),
    modelsDir: faceSettings().MODELS_DIR,
    threads,
    ...LIMITS,
  });
  await opened.warmUp();
  return opened;
}

function faceSettings(): z.output<typeof settings> {
  const result = settings.safeParse(process.env);
  if (!result.success) throw new OperatorError(z.prettifyError(result.error));
  return result.data;
}
