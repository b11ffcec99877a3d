import { type FaceEngine } from '../../../src/platform/face/face-engine.js';
import { compareEmbeddings } from '../../../src/platform/face/fuse.js';
import { type CrossValidation, crossValidate, type ScoredPair } from './cross-validation.js';
import { embedImages } from './analyse-images.js';
import { rowsOf, type SetEmbeddings } from './embedding-rows.js';
import { type LabelledSet } from './labelled-set.js';
import { type Verification, verify } from './verification.js';

export interface Measurement {
  readonly failedToAcquire: number;
  readonly crossValidation: CrossValidation;
  readonly verification: Verification;
  /** Of the embedding alone. */
  readonly imagesPerSecond: number;
}

/** Embeds every image of the set and computes the figures. */
export async function measure(engine: FaceEngine, set: LabelledSet): Promise<Measurement> {
  const start = performance.now();
  const embeddings = await embedImages(engine, set.images);
  const seconds = (performance.now() - start) / 1000;
  return {
    failedToAcquire: embeddings.filter((embedding) => embedding === undefined).length,
    crossValidation: crossValidate(scoredPairs(set, embeddings)),
    verification: verify(
      rowsOf(set, embeddings),
      set.images.map(({ identity }) => identity),
    ),
    imagesPerSecond: set.images.length / seconds,
  };
}

const scoredPairs = ({ pairs }: LabelledSet, embeddings: SetEmbeddings): ScoredPair[] =>
  pairs.map(({ fold, same, a, b }) => ({ fold, same, score: score(embeddings[a], embeddings[b]) }));

const score = (a: Float32Array | undefined, b: Float32Array | undefined): number =>
  a === undefined || b === undefined ? -Infinity : compareEmbeddings(a, b);
