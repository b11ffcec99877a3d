import { parseArgs } from 'node:util';
import { type FaceEngine } from '../../../src/platform/face/face-engine.js';
import { OperatorError } from '../../support/operator-error.js';
import { engineName, openEngine } from '../engine.js';
import { analyseImages } from './analyse-images.js';
import { enrolmentReport, readableEnrolmentReport } from './enrolment-report.js';
import { groupReport, readableGroupReport } from './group-report.js';
import { type Groups, readGroups } from './groups-file.js';
import { type LabelledSet, readLabelledSet } from './labelled-set.js';
import { measure } from './measure.js';
import { readableReport, reportOf } from './report.js';
import { splitByEnrolment } from './templates.js';

/** `eval verification --images DIR --pairs FILE [--enrol N [--groups FILE] [--fmr 1e-4]] [--engine onnx|face-api] [--json]` */
export async function verificationCommand(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      images: { type: 'string' },
      pairs: { type: 'string' },
      enrol: { type: 'string' },
      groups: { type: 'string' },
      fmr: { type: 'string', default: '1e-4' },
      engine: { type: 'string', default: 'onnx' },
      json: { type: 'boolean', default: false },
    },
  });
  if (values.images === undefined || values.pairs === undefined)
    throw new OperatorError('--images and --pairs are needed.');
  const name = engineName(values.engine);
  const photos = values.enrol === undefined ? undefined : photoCount(values.enrol);
  if (values.groups !== undefined && photos === undefined) throw new OperatorError('--groups needs --enrol.');
  const set = await readLabelledSet(values.pairs, values.images);
  const groups = values.groups === undefined ? undefined : await readGroups(values.groups, values.images, set);
  const engine = await openEngine(name);
  try {
    const { text, report } = await (photos === undefined
      ? verifyPairs(name, engine, set)
      : verifyEnrolled(name, engine, set, photos, groups && { groups, fmr: Number(values.fmr) }));
    process.stdout.write(`${text}\n`);
    if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
  } finally {
    await engine.close();
  }
}

/** Every image against every other. */
async function verifyPairs(name: string, engine: FaceEngine, set: LabelledSet): Promise<Outcome> {
  const report = reportOf(name, engine.model, set, await measure(engine, set));
  return { report, text: readableReport(report) };
}

/** Templates as the product makes them against single pictures. */
async function verifyEnrolled(
  name: string,
  engine: FaceEngine,
  set: LabelledSet,
  photos: number,
  asked: { readonly groups: Groups; readonly fmr: number } | undefined,
): Promise<Outcome> {
  const enrolled = new Set(splitByEnrolment(set.images, photos).enrolments.flatMap((enrolment) => enrolment.photos));
  if (enrolled.size === 0) throw new OperatorError(`Nobody has more than ${photos} images.`);
  const faces = await analyseImages(engine, set.images, (at) => ({ embedding: true, mirrored: enrolled.has(at) }));
  const report = enrolmentReport(name, engine.model, set, photos, faces);
  const text = readableEnrolmentReport(report);
  if (asked === undefined) return { report, text };
  const threshold = engine.thresholdFor(asked.fmr);
  const byGroup = { fmr: asked.fmr, threshold, ...groupReport(set, photos, faces, asked.groups, threshold) };
  return { report: { ...report, byGroup }, text: `${text}\n${readableGroupReport(byGroup)}` };
}

interface Outcome {
  readonly report: unknown;
  readonly text: string;
}

function photoCount(text: string): number {
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  throw new OperatorError(`--enrol takes how many photos a template has, not ${text}.`);
}
