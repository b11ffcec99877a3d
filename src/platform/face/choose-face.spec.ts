import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { fromRoot } from '../../config/paths.js';
import { frames, type Frames } from '../../../test/support/frames.js';
import { chooseFace, type FaceReason } from './choose-face.js';
import { createFaceEngine } from './create-face-engine.js';
import { type FaceAnalysis, type FaceEngine, type FaceQuality, type FrameAnalysis } from './face-engine.js';
import { sharp } from './image-library.js';

const CLEAR: FaceQuality = {
  eyeDistance: 90,
  brightness: 120,
  contrast: 50,
  sharpness: 200,
  noseOffset: 0,
  margin: 0.6,
  eyeLight: 0.8,
  mouthContrast: 0.15,
};

function face(quality: Partial<FaceQuality> = {}, side = 200): FaceAnalysis {
  const at = { x: 0, y: 0 };
  return {
    box: { x1: 100, y1: 100, x2: 100 + side, y2: 100 + side },
    score: 1,
    landmarks: [],
    five: [at, at, at, at, at],
    quality: { ...CLEAR, ...quality },
    pose: undefined,
    live: undefined,
    embedding: undefined,
  };
}

const frame = (...faces: FaceAnalysis[]): FrameAnalysis => ({ width: 640, height: 480, faces, timings: {} });
const verdict = (analysis: FrameAnalysis): FaceReason | 'usable' => {
  const chosen = chooseFace(analysis);
  return 'reason' in chosen ? chosen.reason : 'usable';
};

describe('chooseFace', () => {
  const table: [name: string, frame: FrameAnalysis, expected: FaceReason | 'usable'][] = [
    ['nothing', frame(), 'NO_FACE'],
    ['a clear face', frame(face()), 'usable'],
    ['a second face of half the side', frame(face(), face({}, 100)), 'SEVERAL_FACES'],
    ['a second face of just less', frame(face(), face({}, 99)), 'usable'],
    ['eyes 24 pixels apart', frame(face({ eyeDistance: 24 })), 'usable'],
    ['eyes 23 pixels apart', frame(face({ eyeDistance: 23 })), 'TOO_SMALL'],
    ['luma 40', frame(face({ brightness: 40 })), 'usable'],
    ['luma 39', frame(face({ brightness: 39 })), 'TOO_DARK'],
    ['luma 180', frame(face({ brightness: 180 })), 'usable'],
    ['luma 181', frame(face({ brightness: 181 })), 'TOO_BRIGHT'],
    ['soft light and little contrast', frame(face({ contrast: 25, sharpness: 14 })), 'usable'],
    ['the same sharpness at high contrast', frame(face({ contrast: 60, sharpness: 14 })), 'BLURRED'],
    ['nose at 0.4', frame(face({ noseOffset: 0.4 })), 'usable'],
    ['nose beyond, to the right', frame(face({ noseOffset: 0.41 })), 'TURNED_AWAY'],
    ['nose beyond, to the left', frame(face({ noseOffset: -0.41 })), 'TURNED_AWAY'],
    ['a tenth of its size from the edge', frame(face({ margin: 0.1 })), 'usable'],
    ['nearer', frame(face({ margin: 0.09 })), 'CUT_OFF'],
    [
      'cut off, so the rest can not be trusted',
      frame(face({ margin: -0.1, eyeDistance: 10, sharpness: 1 })),
      'CUT_OFF',
    ],
    ['eyes a third as light as the forehead', frame(face({ eyeLight: 0.33 })), 'usable'],
    ['darker', frame(face({ eyeLight: 0.32 })), 'EYES_COVERED'],
    ['lips that stand out a little', frame(face({ mouthContrast: 0.07 })), 'usable'],
    ['no lips', frame(face({ mouthContrast: 0.06 })), 'MOUTH_COVERED'],
    ['blurred, so without lips', frame(face({ sharpness: 1, mouthContrast: 0.06 })), 'BLURRED'],
    ['dark, so blurred as well', frame(face({ brightness: 20, sharpness: 1 })), 'TOO_DARK'],
  ];
  for (const [name, analysis, expected] of table) {
    it(`${name}: ${expected}`, () => {
      assert.equal(verdict(analysis), expected);
    });
  }

  it('gives the face itself', () => {
    const only = face();
    assert.deepEqual(chooseFace(frame(only)), { face: only });
  });
});

/** Landmarks of the mouth with nose and chin, and of each eye. */
const MOUTH = [31, 35, 6, 8, 10, 48, 54];
const EYES = [
  [36, 37, 38, 39, 40, 41],
  [42, 43, 44, 45, 46, 47],
];

/** A rectangle over some landmarks, so much larger than they need. */
async function covered(
  photo: Buffer,
  background: string,
  { landmarks }: FaceAnalysis,
  indices: readonly number[],
  factor: readonly [across: number, down: number],
): Promise<Buffer> {
  const points = indices.flatMap((index) => landmarks[index] ?? []);
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [width, height] = [Math.round((right - left) * factor[0]), Math.round((bottom - top) * factor[1])];
  const cover = { create: { width, height, channels: 3, background } } as const;
  const at = { left: Math.round((left + right - width) / 2), top: Math.round((top + bottom - height) / 2) };
  return sharp(photo)
    .composite([{ input: cover, ...at }])
    .jpeg()
    .toBuffer();
}

describe('chooseFace on photos and on degraded copies of them', () => {
  let engine: FaceEngine;
  let photos: Frames;
  before(async () => {
    engine = await createFaceEngine({
      engine: 'onnx',
      pack: 'arcface',
      modelsDir: fromRoot('models'),
      threads: 1,
      maxBytes: 6_000_000,
      maxPixels: 25_000_000,
    });
    photos = await frames();
  });
  after(() => engine.close());

  const judge = async (photo: Buffer) => verdict(await engine.analyse(photo, {}));

  it('takes the photos of one clear face', async () => {
    for (const photo of [...photos.genuine, photos.probe, photos.other]) assert.equal(await judge(photo), 'usable');
  });

  it('wants one face, not two, not none', async () => {
    assert.equal(await judge(photos.two), 'SEVERAL_FACES');
    assert.equal(await judge(photos.nobody), 'NO_FACE');
  });

  // Each is applied to three people; the box of the face is known from the undamaged photo.
  type Damage = (photo: Buffer, face: FaceAnalysis) => Promise<Buffer>;
  const damages: [name: string, expected: FaceReason[], damage: Damage][] = [
    [
      'out of focus',
      ['BLURRED'],
      (photo, { quality }) =>
        sharp(photo)
          .blur(0.08 * quality.eyeDistance)
          .jpeg()
          .toBuffer(),
    ],
    ['in the dark', ['TOO_DARK', 'NO_FACE'], (photo) => sharp(photo).linear(0.15, 0).jpeg().toBuffer()],
    ['overexposed', ['TOO_BRIGHT', 'NO_FACE'], (photo) => sharp(photo).linear(3, 0).jpeg().toBuffer()],
    ['with a mask', ['MOUTH_COVERED'], (photo, face) => covered(photo, '#b4cde0', face, MOUTH, [1.4, 1.1])],
    [
      'with dark glasses',
      ['EYES_COVERED'],
      async (photo, face) => {
        const [left = [], right = []] = EYES;
        const one = await covered(photo, '#191614', face, left, [1.6, 2.5]);
        return covered(one, '#191614', face, right, [1.6, 2.5]);
      },
    ],
    [
      'too far away',
      ['TOO_SMALL'],
      (photo, { quality }) =>
        sharp(photo)
          .resize(Math.round((640 * 20) / quality.eyeDistance))
          .jpeg()
          .toBuffer(),
    ],
    [
      'half out of the frame at the side',
      ['CUT_OFF', 'NO_FACE'],
      (photo, { box }) =>
        sharp(photo)
          .extract({ left: 0, top: 0, width: Math.round((box.x1 + box.x2) / 2), height: 480 })
          .jpeg()
          .toBuffer(),
    ],
    [
      'without a forehead',
      ['CUT_OFF', 'NO_FACE'],
      (photo, { box }) => {
        const top = Math.round(box.y1 + 0.25 * (box.y2 - box.y1));
        return sharp(photo)
          .extract({ left: 0, top, width: 640, height: 480 - top })
          .jpeg()
          .toBuffer();
      },
    ],
  ];
  for (const [name, expected, damage] of damages) {
    it(`${name}: ${expected.join(' or ')}`, async () => {
      for (const photo of [photos.genuine[0]!, photos.probe, photos.other]) {
        const [clear] = (await engine.analyse(photo, {})).faces;
        assert.ok(clear !== undefined);
        const got = await judge(await damage(photo, clear));
        assert.ok(
          expected.some((reason) => reason === got),
          got,
        );
      }
    });
  }

  it('turned to the side, as one person of the sample photos is', async () => {
    const photo = await readFile(fromRoot('node_modules/@vladmandic/face-api/demo/sample2.jpg'));
    const profile = sharp(photo).extract({ left: 265, top: 0, width: 368, height: 634 });
    assert.equal(await judge(await profile.jpeg().toBuffer()), 'TURNED_AWAY');
  });
});
