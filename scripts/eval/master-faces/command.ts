import { parseArgs } from 'node:util';
import { type FaceAnalysis } from '../../../src/platform/face/face-engine.js';
import { templateOf } from '../../../src/platform/face/fuse.js';
import { OperatorError } from '../../support/operator-error.js';
import { wholeNumber } from '../../support/whole-number.js';
import { engineName, openEngine } from '../engine.js';
import { analyseImages } from '../verification/analyse-images.js';
import { type LabelledSet, readLabelledSet } from '../verification/labelled-set.js';
import { asPhoto } from '../verification/templates.js';
import { type Candidate, type Target } from './cover.js';
import { type Halves, masterFaces, readableMasterFaces } from './report.js';

/** `eval master-faces --images DIR --pairs FILE [--faces 10] [--fmr 1e-4] [--engine onnx|face-api] [--json]` */
export async function masterFacesCommand(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      images: { type: 'string' },
      pairs: { type: 'string' },
      faces: { type: 'string', default: '10' },
      fmr: { type: 'string', default: '1e-4' },
      engine: { type: 'string', default: 'onnx' },
      json: { type: 'boolean', default: false },
    },
  });
  if (values.images === undefined || values.pairs === undefined)
    throw new OperatorError('--images and --pairs are needed.');
  const fmr = Number(values.fmr);
  const faces = wholeNumber('--faces', values.faces);
  const name = engineName(values.engine);
  const set = await readLabelledSet(values.pairs, values.images);
  const engine = await openEngine(name);
  try {
    const threshold = engine.thresholdFor(fmr);
    const analyses = await analyseImages(engine, set.images, () => ({ embedding: true, mirrored: true }));
    const found = masterFaces(halvesOf(set, analyses), threshold, faces);
    const report = { engine: name, model: engine.model, fmr, threshold, faces, ...found };
    process.stdout.write(`${readableMasterFaces(report)}\n`);
    if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
  } finally {
    await engine.close();
  }
}

/** People by turns: every second one is never seen by the search. The first image with a face is a person's template. */
function halvesOf(set: LabelledSet, faces: readonly (FaceAnalysis | undefined)[]): Halves {
  const targets = new Map<number, Target>();
  const candidates: Candidate[] = [];
  set.images.forEach(({ identity }, position) => {
    const photo = asPhoto(faces[position]);
    if (photo === undefined) return;
    if (!targets.has(identity)) targets.set(identity, { identity, embedding: templateOf([photo]) });
    if (identity % 2 === 0) candidates.push({ identity, embedding: photo.embedding });
  });
  const all = [...targets.values()];
  return {
    searched: all.filter(({ identity }) => identity % 2 === 0),
    others: all.filter(({ identity }) => identity % 2 === 1),
    candidates,
  };
}
