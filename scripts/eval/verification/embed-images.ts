import { readFile } from 'node:fs/promises';
import { type FaceEngine, type FrameAnalysis } from '../../../src/platform/face/face-engine.js';
import { FrameRefusedError } from '../../../src/platform/face/frame-refused.error.js';
import { sharp } from '../../../src/platform/face/image-library.js';
import { type SetEmbeddings } from './embedding-rows.js';
import { type LabelledSet } from './labelled-set.js';
import { progressTo } from './progress.js';
import { cutAround, subjectOf } from './subject.js';

/** Enough to keep every thread of the engine's pool busy while files are read. */
const IN_FLIGHT = 8;

/** The embedding of each image's subject, in order; undefined where the image can't be read or shows no face. */
export async function embedImages(engine: FaceEngine, images: LabelledSet['images']): Promise<SetEmbeddings> {
  const embeddings = new Array<Float32Array | undefined>(images.length);
  const onProgress = progressTo(process.stderr, images.length);
  const queue = images.entries();
  let done = 0;
  const work = async (): Promise<void> => {
    for (const [index, { file }] of queue) {
      embeddings[index] = await embedSubject(engine, await readFile(file));
      onProgress(++done);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, work));
  return embeddings;
}

async function embedSubject(engine: FaceEngine, picture: Uint8Array): Promise<Float32Array | undefined> {
  try {
    const analysis = await engine.analyse(picture, { embedding: true });
    return subjectOf(analysis) === analysis.faces[0]
      ? analysis.faces[0]?.embedding
      : await embedCut(engine, picture, analysis);
  } catch (error) {
    if (error instanceof FrameRefusedError) return undefined;
    throw error;
  }
}

/** The engine describes the largest face only: the picture is cut so that this is the subject. */
async function embedCut(
  engine: FaceEngine,
  picture: Uint8Array,
  analysis: FrameAnalysis,
): Promise<Float32Array | undefined> {
  const subject = subjectOf(analysis);
  if (subject === undefined) return undefined;
  const cut = await sharp(picture)
    .autoOrient()
    .extract(cutAround(subject.box, analysis))
    .png({ compressionLevel: 1 })
    .toBuffer();
  return (await engine.analyse(cut, { embedding: true })).faces[0]?.embedding;
}
