import { type FaceEngine } from '../../../src/platform/face/face-engine.js';
import { compareEmbeddings } from '../../../src/platform/face/fuse.js';
import { type EmbeddingRows } from './all-pairs.js';
import { type CrossValidation, crossValidate } from './cross-validation.js';
import { embedImages } from './embed-images.js';
import { type LabelledSet } from './labelled-set.js';
import { progressTo } from './progress.js';
import { type Verification, verify } from './verification.js';

export type Embeddings = readonly (Float32Array | undefined)[];

export interface Measurement {
  readonly embeddings: Embeddings;
  readonly failedToAcquire: number;
  readonly crossValidation: CrossValidation;
  readonly verification: Verification;
  /** Of the embedding alone. */
  readonly imagesPerSecond: number;
}

/** Embeds every image of the set and computes the figures. */
export async function measure(engine: FaceEngine, set: LabelledSet): Promise<Measurement> {
  const start = performance.now();
  const files = set.images.map(({ file }) => file);
  const embeddings = await embedImages(engine, files, progressTo(process.stderr, files.length));
  const seconds = (performance.now() - start) / 1000;
  return {
    embeddings,
    failedToAcquire: embeddings.filter((embedding) => embedding === undefined).length,
    crossValidation: crossValidate(
      set.pairs.map(({ fold, same, a, b }) => ({ fold, same, score: score(embeddings[a], embeddings[b]) })),
    ),
    verification: verify(
      rowsOf(set, embeddings),
      set.images.map(({ identity }) => identity),
    ),
    imagesPerSecond: files.length / seconds,
  };
}

const score = (a: Float32Array | undefined, b: Float32Array | undefined): number =>
  a === undefined || b === undefined ? -Infinity : compareEmbeddings(a, b);

/** The embeddings there are, as rows; those of one identity stay next to each other. */
export function rowsOf(set: LabelledSet, embeddings: Embeddings): EmbeddingRows {
  const acquired = set.images.flatMap(({ identity }, index) => {
    const embedding = embeddings[index];
    return embedding === undefined ? [] : [{ identity, embedding }];
  });
  const dimensions = Math.ceil((acquired[0]?.embedding.length ?? 0) / 4) * 4;
  const values = new Float32Array(acquired.length * dimensions);
  acquired.forEach(({ embedding }, row) => {
    values.set(embedding, row * dimensions);
  });
  return { values, dimensions, identities: Int32Array.from(acquired, ({ identity }) => identity) };
}
