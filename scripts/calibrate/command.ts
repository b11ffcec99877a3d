import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type CalibrationData, calibrationSchema } from '../../src/platform/face/calibration.js';
import { type ModelIdentity } from '../../src/platform/face/face-engine.js';
import { packFolder } from '../../src/platform/face/pack.js';
import { engineName, openEngine, packOf } from '../eval/engine.js';
import { countPairs, impostorTail } from '../eval/verification/all-pairs.js';
import { embedImages } from '../eval/verification/embed-images.js';
import { rowsOf, type SetEmbeddings } from '../eval/verification/embedding-rows.js';
import { type LabelledSet, readLabelledSet } from '../eval/verification/labelled-set.js';
import { allowedMatches } from '../eval/verification/operating-point.js';
import { OperatorError } from '../support/operator-error.js';
import { calibrationPoints, FEWEST_MATCHES, HIGHEST_FMR } from './calibration-points.js';

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
    const embeddings = await embedImages(engine, set.images);
    const dataSet = values.name ?? path.basename(path.dirname(path.resolve(values.pairs)));
    const out = values.out ?? path.join(packFolder(packOf(name)), 'calibration.json');
    await writeFile(out, fileText(calibrationOf(engine.model, dataSet, set, embeddings)));
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
  embeddings: SetEmbeddings,
): CalibrationData {
  const rows = rowsOf(set, embeddings);
  const { genuine, impostor } = countPairs(rows.identities);
  const tail = impostorTail(rows, allowedMatches(HIGHEST_FMR, impostor) + 1);
  const calibration = calibrationSchema.safeParse({
    model,
    source: {
      dataSet,
      images: set.images.length,
      failedToAcquire: embeddings.filter((embedding) => embedding === undefined).length,
      identities: set.identities,
      genuine,
      impostor,
    },
    points: calibrationPoints(tail, impostor),
  });
  if (calibration.success) return calibration.data;
  throw new OperatorError(
    `${impostor} impostor comparisons are too few to calibrate on: it takes well over ${FEWEST_MATCHES / HIGHEST_FMR}, of pictures of many people.`,
  );
}

/** A point a line, so that a change can be read. */
function fileText({ points, ...head }: CalibrationData): string {
  const lines = points.map(
    (point) =>
      `    ${JSON.stringify(point, (_, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(6)) : value))}`,
  );
  return `${JSON.stringify(head, undefined, 2).replace(/\n\}$/, '')},\n  "points": [\n${lines.join(',\n')}\n  ]\n}\n`;
}
