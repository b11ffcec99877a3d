import path from 'node:path';
import { parseArgs } from 'node:util';
import { type RgbImage } from '../../../src/platform/face/analyser.js';
import { decodeFrame } from '../../../src/platform/face/decode.js';
import { checkModelFiles } from '../../../src/platform/face/model-files.js';
import { Network } from '../../../src/platform/face/onnx/network.js';
import { Resampler } from '../../../src/platform/face/onnx/resampler.js';
import { OnnxAnalyser } from '../../../src/platform/face/onnx/onnx-analyser.js';
import { type Pack, readPack } from '../../../src/platform/face/pack.js';
import { OperatorError } from '../../support/operator-error.js';
import { LIMITS, modelsDir, packOf } from '../engine.js';
import { forEachImage } from '../verification/analyse-images.js';
import { readLabelledSet } from '../verification/labelled-set.js';
import { subjectOf } from '../verification/subject.js';
import { type PictureName, PICTURES, type Subject } from './pictures.js';
import { type Embeddings, readableVariants, rowsOf } from './report.js';
import { vectorsOf } from './trial.js';

const NAMES = Object.keys(PICTURES) as PictureName[];

/** What the embedder gave for each picture of one face. */
type Raw = ReadonlyMap<PictureName, Float32Array>;

/**
 * `eval variants --images DIR --pairs FILE [--json]`: what other pictures of the same faces, and another score, would give.
 * It needs the embedder itself, so it is of the engine `onnx` and on one thread.
 */
export async function variantsCommand(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { images: { type: 'string' }, pairs: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  if (values.images === undefined || values.pairs === undefined)
    throw new OperatorError('--images and --pairs are needed.');
  const set = await readLabelledSet(values.pairs, values.images);
  const embed = await embedderOf(await readPack(packOf('onnx')));
  const raw = await forEachImage(set.images, embed);
  const there = set.images.flatMap((image, at) => (raw[at] === undefined ? [] : [image]));
  const rows = rowsOf(there, embeddingsOf(raw.flatMap((one) => one ?? [])));
  process.stdout.write(`${readableVariants(rows)}\n`);
  if (values.json) process.stdout.write(`${JSON.stringify({ images: there.length, rows })}\n`);
}

const embeddingsOf = (raw: readonly Raw[]): Embeddings =>
  Object.fromEntries(
    NAMES.map((name) => [name, vectorsOf(raw.flatMap((pictures) => pictures.get(name) ?? []))]),
  ) as unknown as Embeddings;

/** @returns what embeds all pictures of the subject of a file, one file at a time: a network has one input */
async function embedderOf(pack: Pack): Promise<(file: Uint8Array) => Promise<Raw | undefined>> {
  const dir = path.join(modelsDir(), pack.id);
  await checkModelFiles(pack, dir);
  const { embed: stage } = pack.stages;
  const analyser = await OnnxAnalyser.load(pack, dir);
  const network = await Network.load(path.join(dir, stage.file.name), stage.input, new Resampler());
  const reference = stage.reference.map(([x, y]) => ({ x, y }));
  let last: Promise<unknown> = Promise.resolve();
  const one = async (image: RgbImage): Promise<Raw | undefined> => {
    const { faces } = await analyser.analyse(image, {});
    const face = subjectOf({ ...image, faces, timings: {} });
    if (face === undefined) return undefined;
    const subject: Subject = { image, five: face.five, reference, size: stage.input.width };
    const embeddings = new Map<PictureName, Float32Array>();
    for (const name of NAMES) {
      const [embedding] = await network.onPixels(PICTURES[name](subject), stage.embedding);
      embeddings.set(name, Float32Array.from(embedding));
    }
    return embeddings;
  };
  return async (file) => {
    const image = await decodeFrame(file, LIMITS);
    const turn = last.then(() => one(image));
    last = turn.catch(() => undefined);
    return turn;
  };
}
