import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type CalibrationData, calibrationSchema } from '../../src/platform/face/calibration.js';
import { type FaceAnalysis, type ModelIdentity } from '../../src/platform/face/face-engine.js';
import { packFolder } from '../../src/platform/face/pack.js';
import { engineName, openEngine, packOf } from '../eval/engine.js';
import { countPairs } from '../eval/verification/all-pairs.js';
import { analyseImages } from '../eval/verification/analyse-images.js';
import { highestImpostors } from '../eval/verification/comparisons.js';
import { rowsOf } from '../eval/verification/embedding-rows.js';
import { impostorCount, populationOf } from '../eval/verification/identity-bootstrap.js';
import { type LabelledSet, readLabelledSet } from '../eval/verification/labelled-set.js';
import { allowedMatches } from '../eval/verification/operating-point.js';
import { asPhoto, everyEnrolment, templateRows } from '../eval/verification/templates.js';
import { OperatorError } from '../support/operator-error.js';
import { calibrationPoints, FEWEST_MATCHES, HIGHEST_FMR, type Measured } from './calibration-points.js';

/** Photos in a template: as few as enrolment takes, and as many as it asks for. */
const PHOTOS = [1, 3] as const;

/** `calibrate --images DIR --pairs FILE [--engine onnx|face-api] [--name TEXT] [--out FILE]` */
export async function calibrateCommand(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      images: { type: 'string' },
      pairs: { type: 'string' },
      engine: { type: 'string', default: 'onnx' },
      name: { type: 'string' },
      out: { type: 'string' },
    },
  });
  if (values.images === undefined || values.pairs === undefined)
    throw new OperatorError('--images and --pairs are needed.');
  const name = engineName(values.engine);
  const set = await readLabelledSet(values.pairs, values.images);
  const engine = await openEngine(name);
  try {
    const faces = await analyseImages(engine, set.images, () => ({ embedding: true, mirrored: true }));
    const dataSet = values.name ?? path.basename(path.dirname(path.resolve(values.pairs)));
    const out = values.out ?? path.join(packFolder(packOf(name)), 'calibration.json');
    await writeFile(out, fileText(calibrationOf(engine.model, dataSet, set, faces)));
    process.stdout.write(`${out}\n`);
  } finally {
    await engine.close();
  }
}

/** @throws OperatorError when the set is too small to calibrate on */
function calibrationOf(
  model: ModelIdentity,
  dataSet: string,
  set: LabelledSet,
  faces: readonly (FaceAnalysis | undefined)[],
): CalibrationData {
  const measured = PHOTOS.flatMap((photos) => measuredWith(photos, set, faces) ?? []);
  const identities = set.images.flatMap(({ identity }, position) => (faces[position] === undefined ? [] : [identity]));
  const impostor = measured[0] === undefined ? 0 : impostorCount(measured[0].population);
  const calibration = calibrationSchema.safeParse({
    model,
    source: {
      dataSet,
      images: set.images.length,
      failedToAcquire: set.images.length - identities.length,
      identities: set.identities,
      genuine: countPairs(identities).genuine,
      impostor,
    },
    points: calibrationPoints(measured),
  });
  if (calibration.success) return calibration.data;
  throw new OperatorError(
    `${impostor} impostor comparisons are too few to calibrate on: it takes well over ${FEWEST_MATCHES / HIGHEST_FMR}, of pictures of many people.`,
  );
}

/** Undefined where nobody has so many photos. */
function measuredWith(
  photos: number,
  set: LabelledSet,
  faces: readonly (FaceAnalysis | undefined)[],
): Measured | undefined {
  const templates = templateRows(everyEnrolment(set.images, photos), faces.map(asPhoto));
  if (templates.identities.length === 0) return undefined;
  const probes = rowsOf(
    set,
    faces.map((face) => face?.embedding),
  );
  const trial = { templates, probes };
  const population = populationOf(set.identities, templates.identities, probes.identities);
  const impostors = highestImpostors(trial, allowedMatches(HIGHEST_FMR, impostorCount(population)) + 1);
  return { photos, impostors, population };
}

/** A point a line, so that a change can be read. */
function fileText({ points, ...head }: CalibrationData): string {
  const lines = points.map(
    (point) =>
      `    ${JSON.stringify(point, (_, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(6)) : value))}`,
  );
  return `${JSON.stringify(head, undefined, 2).replace(/\n\}$/, '')},\n  "points": [\n${lines.join(',\n')}\n  ]\n}\n`;
}
