import { parseArgs } from 'node:util';
import { chooseFace } from '../../../src/platform/face/choose-face.js';
import { type FaceAnalysis, type FaceEngine } from '../../../src/platform/face/face-engine.js';
import { templateOf } from '../../../src/platform/face/fuse.js';
import { OperatorError } from '../../support/operator-error.js';
import { wholeNumber } from '../../support/whole-number.js';
import { engineName, openEngine } from '../engine.js';
import { type Target } from '../master-faces/cover.js';
import { analyseImages, forEachImage } from '../verification/analyse-images.js';
import { type LabelledSet, readLabelledSet } from '../verification/labelled-set.js';
import { asPhoto, splitByEnrolment } from '../verification/templates.js';
import { type Condition, CONDITIONS, QUALITIES } from './conditions.js';
import { type Errors, errorsOf, type Probe, thirds } from './errors.js';
import { readableRobustness, type RobustnessReport } from './report.js';

type Images = LabelledSet['images'];

/** `eval robustness --images DIR --pairs FILE [--fmr 1e-4] [--probes 500] [--engine onnx|face-api] [--json]` */
export async function robustnessCommand(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      images: { type: 'string' },
      pairs: { type: 'string' },
      fmr: { type: 'string', default: '1e-4' },
      probes: { type: 'string', default: '500' },
      engine: { type: 'string', default: 'onnx' },
      json: { type: 'boolean', default: false },
    },
  });
  if (values.images === undefined || values.pairs === undefined)
    throw new OperatorError('--images and --pairs are needed.');
  const fmr = Number(values.fmr);
  const most = wholeNumber('--probes', values.probes);
  const name = engineName(values.engine);
  const set = await readLabelledSet(values.pairs, values.images);
  const engine = await openEngine(name);
  try {
    const threshold = engine.thresholdFor(fmr);
    const measured = await measure(engine, set, threshold, most);
    const report: RobustnessReport = { engine: name, model: engine.model, fmr, threshold, ...measured };
    process.stdout.write(`${readableRobustness(report)}\n`);
    if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
  } finally {
    await engine.close();
  }
}

/** One photo makes the template; the others of the same people are the probes, as they are and made worse. */
async function measure(
  engine: FaceEngine,
  set: LabelledSet,
  threshold: number,
  most: number,
): Promise<Pick<RobustnessReport, 'templates' | 'conditions' | 'qualities'>> {
  const { enrolments, probes } = splitByEnrolment(set.images, 1);
  const enrolled = enrolments.flatMap(({ photos }) => photos.flatMap((at) => set.images[at] ?? []));
  const templates = await templatesOf(engine, enrolled);
  const known = new Set(templates.map(({ identity }) => identity));
  const images = probes.flatMap((at) => set.images[at] ?? []).filter(({ identity }) => known.has(identity));
  const plain = await seenAs(engine, images);
  const conditions: ({ condition: string } & Errors)[] = [
    { condition: 'as they are', ...errorsOf(plain.map(probeOf), templates, threshold) },
  ];
  const sample = evenly(plain, most);
  for (const condition of CONDITIONS) {
    const worse = await worsened(engine, sample, condition);
    conditions.push({ condition: condition.name, ...errorsOf(worse, templates, threshold) });
  }
  return { templates: templates.length, conditions, qualities: byQuality(plain.map(probeOf), templates, threshold) };
}

async function templatesOf(engine: FaceEngine, images: Images): Promise<Target[]> {
  const faces = await analyseImages(engine, images, () => ({ embedding: true, mirrored: true }));
  return images.flatMap(({ identity }, index) => {
    const photo = asPhoto(faces[index]);
    return photo === undefined ? [] : [{ identity, embedding: templateOf([photo]) }];
  });
}

/** A picture with its largest face, where there is one. */
interface Seen {
  readonly file: string;
  readonly probe: Probe;
  readonly face: FaceAnalysis | undefined;
}

const probeOf = ({ probe }: Seen): Probe => probe;

async function seenAs(engine: FaceEngine, images: Images): Promise<Seen[]> {
  const seen = await forEachImage(images, async (picture, index): Promise<Seen> => {
    const { file, identity } = images[index] ?? { file: '', identity: -1 };
    const analysis = await engine.analyse(picture, { embedding: true });
    return { file, face: analysis.faces[0], probe: { identity, chosen: chooseFace(analysis) } };
  });
  return seen.flatMap((one) => one ?? []);
}

/** Pictures in which no face was found can't be made worse around it. */
async function worsened(engine: FaceEngine, sample: readonly Seen[], condition: Condition): Promise<Probe[]> {
  const there = sample.flatMap(({ file, face, probe }) => (face === undefined ? [] : [{ file, face, ...probe }]));
  const probes = await forEachImage(there, async (picture, index): Promise<Probe | undefined> => {
    const one = there[index];
    if (one === undefined) return undefined;
    const analysis = await engine.analyse(await condition.applyTo(picture, one.face), { embedding: true });
    return { identity: one.identity, chosen: chooseFace(analysis) };
  });
  return probes.flatMap((probe) => probe ?? []);
}

function evenly<T>(list: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, list.length / most);
  return list.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}

function byQuality(
  probes: readonly Probe[],
  templates: readonly Target[],
  threshold: number,
): RobustnessReport['qualities'] {
  return Object.entries(QUALITIES).flatMap(([quality, valueOf]) =>
    thirds(probes, ({ chosen }) => ('face' in chosen ? valueOf(chosen.face.quality) : 0)).map((third, index) => ({
      quality,
      third: ['lowest', 'middle', 'highest'][index] ?? '',
      ...errorsOf(third, templates, threshold),
    })),
  );
}
