import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { type ModelIdentity } from '../face-engine.js';
import { faceApiModels } from './load-face-api.js';

/** In the folder `model` of the package that the pack comes from. */
const file = z.strictObject({ name: z.string().regex(/^\w+\.bin$/), sha256: z.string().regex(/^[0-9a-f]{64}$/) });

/** face-api's own networks: their inputs and outputs are face-api's business. */
const packSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  version: z.string().min(1),
  engine: z.literal('face-api'),
  licence: z.string().min(1),
  origin: z.string().min(1),
  stages: z.strictObject({
    detect: z.strictObject({ file, minScore: z.number().gt(0).lt(1) }),
    landmarks: z.strictObject({ file }),
    embed: z.strictObject({ file, dimensions: z.int().positive() }),
  }),
});

export type FaceApiPack = Readonly<z.output<typeof packSchema>>;

/** @param manifest the file. @throws Error saying what is wrong with the manifest, or which model file is not the one that it names */
export async function readFaceApiPack(manifest: string): Promise<FaceApiPack> {
  const result = packSchema.safeParse(JSON.parse(await readFile(manifest, 'utf8')));
  if (!result.success) throw new Error(`${manifest} is not a face-api pack:\n${z.prettifyError(result.error)}`);
  await Promise.all(Object.values(result.data.stages).map((stage) => check(stage.file)));
  return result.data;
}

async function check({ name, sha256 }: z.output<typeof file>): Promise<void> {
  const bytes = await readFile(path.join(faceApiModels(), name));
  if (createHash('sha256').update(bytes).digest('hex') === sha256) return;
  throw new Error(`${name} of @vladmandic/face-api is not the file that the pack was calibrated with.`);
}

/** The weights of the embedder are part of its version: a changed file can never pass for the old one. */
export const identityOfFaceApi = ({ id, version, stages }: FaceApiPack): ModelIdentity => ({
  id,
  version: `${version}+${stages.embed.file.sha256.slice(0, 8)}`,
});
