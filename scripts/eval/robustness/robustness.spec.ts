import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type FaceAnalysis } from '../../../src/platform/face/face-engine.js';
import { sharp } from '../../../src/platform/face/image-library.js';
import { type Target } from '../master-faces/cover.js';
import { CONDITIONS, lowerHalf, oneSide } from './conditions.js';
import { errorsOf, type Probe, thirds } from './errors.js';

const at = (degrees: number): Float32Array =>
  Float32Array.of(Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180));
const probe = (identity: number, degrees: number): Probe => ({
  identity,
  chosen: { face: { embedding: at(degrees), quality: { eyeDistance: degrees } } as FaceAnalysis },
});
const templates: Target[] = [0, 90, 180].map((degrees, identity) => ({ identity, embedding: at(degrees) }));
const THRESHOLD = Math.cos((30 * Math.PI) / 180);

describe('errors at a threshold', () => {
  it('are of the probes that pass the gate, those refused beside them by reason', () => {
    const probes: Probe[] = [
      probe(0, 10),
      probe(0, 50),
      probe(1, 5),
      { identity: 1, chosen: { reason: 'BLURRED' } },
      { identity: 2, chosen: { reason: 'BLURRED' } },
      { identity: 2, chosen: { reason: 'NO_FACE' } },
    ];
    const { bounds, ...errors } = errorsOf(probes, templates, THRESHOLD);
    assert.deepEqual(errors, {
      probes: 6,
      refused: { BLURRED: 2, NO_FACE: 1 },
      compared: 3,
      tar: 1 / 3,
      impostor: 6,
      falseMatches: 1,
    });
    assert.ok(bounds !== null && bounds.low < 1 / 3 && bounds.high > 1 / 3);
  });

  it('are unknown where all are refused', () => {
    const { tar, bounds, impostor } = errorsOf([{ identity: 0, chosen: { reason: 'NO_FACE' } }], templates, THRESHOLD);
    assert.deepEqual([tar, bounds, impostor], [null, null, 0]);
  });
});

it('thirds are of what would be compared, from the worst to the best', () => {
  const probes = [50, 10, 30, 20, 60, 40].map((degrees) => probe(0, degrees));
  const sizes = thirds([...probes, { identity: 0, chosen: { reason: 'TOO_SMALL' } }], ({ chosen }) =>
    'face' in chosen ? chosen.face.quality.eyeDistance : 0,
  ).map((third) => third.map(({ chosen }) => ('face' in chosen ? chosen.face.quality.eyeDistance : 0)));
  assert.deepEqual(sizes, [
    [10, 20],
    [30, 40],
    [50, 60],
  ]);
});

describe('pictures made worse', () => {
  const eye = (x: number) => ({ x, y: 80 });
  const face = {
    box: { x1: 50, y1: 50, x2: 150, y2: 150 },
    five: [eye(80), eye(120), { x: 100, y: 100 }, { x: 85, y: 125 }, { x: 115, y: 125 }],
    quality: { eyeDistance: 40 },
  } as unknown as FaceAnalysis;
  /** Stripes of one pixel, black and white. */
  const stripes = sharp(
    Buffer.from(Array.from({ length: 200 * 200 * 3 }, (_, index) => (Math.floor(index / 3) % 2 === 0 ? 0 : 255))),
    { raw: { width: 200, height: 200, channels: 3 } },
  );
  const made = async (name: string) => {
    const condition = CONDITIONS.find((one) => one.name.startsWith(name))!;
    const file = await condition.applyTo(await stripes.clone().png().toBuffer(), face);
    return { file, ...(await sharp(file).raw().toBuffer({ resolveWithObject: true })) };
  };
  const spread = (data: Buffer) => {
    const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
    return Math.sqrt(data.reduce((sum, value) => sum + (value - mean) ** 2, 0) / data.length);
  };

  it('blurred: the stripes are nearly gone', async () => {
    for (const name of ['blurred: σ 3', 'blurred: σ 5']) assert.ok(spread((await made(name)).data) < 127.5 / 10, name);
  });

  it('dark: white is a third', async () => {
    assert.equal(Math.max(...(await made('dark')).data.subarray(0, 600)), 85);
  });

  it('JPEG 30: a JPEG', async () => {
    assert.equal((await sharp((await made('JPEG')).file).metadata()).format, 'jpeg');
  });

  it('small: the eyes are 26 pixels apart', async () => {
    assert.equal((await made('small')).info.width, (200 * 26) / 40);
  });

  it('covered: what lies in the patch is of one colour, what lies beside it as before', async () => {
    assert.deepEqual(lowerHalf(face), { left: 40, top: 100, right: 160, bottom: 160 });
    assert.deepEqual(oneSide(face), { left: 40, top: 40, right: 100, bottom: 160 });
    const { data } = await made('covered from');
    const red = (x: number, y: number) => data[(y * 200 + x) * 3];
    assert.deepEqual([red(100, 130), red(101, 130), red(40, 100)], [90, 90, 90]);
    assert.deepEqual([red(100, 99), red(101, 99), red(38, 130)], [0, 255, 0]);
  });
});
