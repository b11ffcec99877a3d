import { readFile } from 'node:fs/promises';
import {
  type FaceAnalysis,
  type FaceEngine,
  type FrameAnalysis,
  type WantedStages,
} from '../../../src/platform/face/face-engine.js';
import { FrameRefusedError } from '../../../src/platform/face/frame-refused.error.js';
import { sharp } from '../../../src/platform/face/image-library.js';
import { type SetEmbeddings } from './embedding-rows.js';
import { type LabelledSet } from './labelled-set.js';
import { progressTo } from './progress.js';
import { cutAround, subjectOf } from './subject.js';

/** Enough to keep every thread of the engine's pool busy while files are read. */
const IN_FLIGHT = 8;

/** The embedding of each image's subject, in order; undefined where the image can't be read or shows no face. */
export const embedImages = async (engine: FaceEngine, images: LabelledSet['images']): Promise<SetEmbeddings> =>
  (await analyseImages(engine, images, () => ({ embedding: true }))).map((face) => face?.embedding);

/**
 * Each image's subject, in order; undefined where the image can't be read or shows no face.
 * @param wantedOf the stages for the image at a position
 */
export function analyseImages(
  engine: FaceEngine,
  images: LabelledSet['images'],
  wantedOf: (position: number) => WantedStages,
): Promise<(FaceAnalysis | undefined)[]> {
  return forEachImage(images, (picture, position) => analyseSubject(engine, picture, wantedOf(position)));
}

/** What `use` makes of each image's file, in order; a picture that the engine refuses gives undefined. */
export async function forEachImage<T>(
  images: LabelledSet['images'],
  use: (picture: Uint8Array, position: number) => Promise<T | undefined>,
): Promise<(T | undefined)[]> {
  const results = new Array<T | undefined>(images.length);
  const onProgress = progressTo(process.stderr, images.length);
  const queue = images.entries();
  let done = 0;
  const work = async (): Promise<void> => {
    for (const [position, { file }] of queue) {
      results[position] = await use(await readFile(file), position).catch(undefinedWhenRefused);
      onProgress(++done);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, work));
  return results;
}

function undefinedWhenRefused(error: unknown): undefined {
  if (!(error instanceof FrameRefusedError)) throw error;
}

async function analyseSubject(
  engine: FaceEngine,
  picture: Uint8Array,
  wanted: WantedStages,
): Promise<FaceAnalysis | undefined> {
  const analysis = await engine.analyse(picture, wanted);
  return subjectOf(analysis) === analysis.faces[0]
    ? analysis.faces[0]
    : await analyseCut(engine, picture, analysis, wanted);
}

/** The engine describes the largest face only: the picture is cut so that this is the subject. */
async function analyseCut(
  engine: FaceEngine,
  picture: Uint8Array,
  analysis: FrameAnalysis,
  wanted: WantedStages,
): Promise<FaceAnalysis | undefined> {
  const subject = subjectOf(analysis);
  if (subject === undefined) return undefined;
  const cut = await sharp(picture)
    .autoOrient()
    .extract(cutAround(subject.box, analysis))
    .png({ compressionLevel: 1 })
    .toBuffer();
  return (await engine.analyse(cut, wanted)).faces[0];
}
