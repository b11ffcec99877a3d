import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type RgbImage } from '../../../src/platform/face/analyser.js';
import { chooseFace } from '../../../src/platform/face/choose-face.js';
import { decodeFrame } from '../../../src/platform/face/decode.js';
import { type FaceAnalysis, type FaceEngine } from '../../../src/platform/face/face-engine.js';
import { sharp } from '../../../src/platform/face/image-library.js';
import { OperatorError } from '../../support/operator-error.js';
import { LIMITS, openEngine } from '../engine.js';
import { presentationsIn } from '../pad/presentations.js';
import { cover, COVERS } from './covers.js';
import { Random } from '../../support/random.js';
import { recapture, RECAPTURES } from './recapture.js';

/** Blur of the camera's lens, pixels, and the quality of its JPEG. */
const CAMERA = { blur: [0.5, 1.1], quality: [60, 92] } as const;

/**
 * `eval simulate --images DIR --out DIR [--count N] [--skip N]`: of faces in DIR, recaptures and covered faces in OUT/KIND/GROUP.
 * Synthetic: they tell one way of measuring from another, not how a product stands against attackers.
 */
export async function simulateCommand(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      images: { type: 'string' },
      out: { type: 'string' },
      count: { type: 'string', default: '200' },
      skip: { type: 'string', default: '0' },
    },
  });
  const { images, out } = values;
  if (images === undefined || out === undefined) throw new OperatorError('--images and --out are needed.');
  const all = await presentationsIn(images, false);
  const [count, skip] = [Number(values.count), Number(values.skip)];
  const step = Math.max(1, Math.floor(all.length / count));
  const engine = await openEngine('onnx', 1);
  try {
    for (const [index, { group, files }] of all.entries()) {
      const file = files[0];
      if (file === undefined || index % step !== skip % step) continue;
      await simulate(engine, await readFile(file), new Random(index), (kind) =>
        path.join(out, kind, group, `${path.parse(file).name}.jpg`),
      );
    }
  } finally {
    await engine.close();
  }
}

async function simulate(
  engine: FaceEngine,
  bytes: Buffer,
  random: Random,
  place: (kind: string) => string,
): Promise<void> {
  const chosen = chooseFace(await engine.analyse(bytes, {}));
  if ('reason' in chosen) return;
  const picture = await decodeFrame(bytes, LIMITS);
  for (const [kind, image] of variants(picture, chosen.face, random)) {
    const lens = (RECAPTURES as readonly string[]).includes(kind) ? random.between(...CAMERA.blur) : undefined;
    await write(image, place(kind), lens, Math.round(random.between(...CAMERA.quality)));
  }
}

function* variants(picture: RgbImage, { box, landmarks }: FaceAnalysis, random: Random): Generator<[string, RgbImage]> {
  for (const kind of RECAPTURES) yield [kind, recapture(picture, box, kind, random)];
  for (const kind of COVERS) yield [kind, cover(picture, landmarks, kind, random)];
}

async function write(
  { data, width, height }: RgbImage,
  file: string,
  blur: number | undefined,
  quality: number,
): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const image = sharp(data, { raw: { width, height, channels: 3 } });
  await (blur === undefined ? image : image.blur(blur)).jpeg({ quality }).toFile(file);
}
