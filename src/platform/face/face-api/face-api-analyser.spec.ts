import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import type * as tensorflow from '@tensorflow/tfjs';
import { fromRoot } from '../../../config/paths.js';
import { type RgbImage } from '../analyser.js';
import { decodeFrame } from '../decode.js';
import { type Box } from '../face-engine.js';
import { compareEmbeddings } from '../fuse.js';
import { areaOf, overlap } from '../geometry.js';
import { FaceApiAnalyser } from './face-api-analyser.js';
import { identityOfFaceApi, readFaceApiPack } from './face-api-pack.js';
import { loadFaceApi } from './load-face-api.js';

const limits = { maxBytes: 1e7, maxPixels: 1e7 };
const sample = async (name: string): Promise<RgbImage> =>
  decodeFrame(await readFile(fromRoot('node_modules/@vladmandic/face-api/demo', name)), limits);

/** The part of a picture that `box` covers, with half as much again on each side. */
function cutOut({ data, width, height }: RgbImage, { x1, y1, x2, y2 }: Box): RgbImage {
  const [marginX, marginY] = [(x2 - x1) / 2, (y2 - y1) / 2];
  const [left, right] = [Math.max(0, Math.floor(x1 - marginX)), Math.min(width, Math.ceil(x2 + marginX))];
  const [top, bottom] = [Math.max(0, Math.floor(y1 - marginY)), Math.min(height, Math.ceil(y2 + marginY))];
  const rows = Array.from({ length: bottom - top }, (_, row) => {
    const start = ((top + row) * width + left) * 3;
    return data.subarray(start, start + (right - left) * 3);
  });
  return { data: Buffer.concat(rows), width: right - left, height: bottom - top };
}

/** Where the faces of two of the samples are. The right one of sample 1 and the middle one of sample 3 are one person. */
const SAMPLE_1: readonly Box[] = [
  { x1: 416, y1: 358, x2: 601, y2: 593 },
  { x1: 829, y1: 429, x2: 1031, y2: 650 },
  { x1: 1460, y1: 218, x2: 1680, y2: 431 },
];
const SAMPLE_3: readonly Box[] = [
  { x1: 587, y1: 327, x2: 791, y2: 608 },
  { x1: 1079, y1: 194, x2: 1302, y2: 503 },
  { x1: 1504, y1: 300, x2: 1685, y2: 565 },
];

describe('the face-api adapter', () => {
  let analyser: FaceApiAnalyser;
  before(async () => {
    const pack = await readFaceApiPack(fromRoot('packs/face-api/manifest.json'));
    analyser = new FaceApiAnalyser(await loadFaceApi(), pack.stages.detect.minScore);
  });

  it('finds the three faces of the first sample, largest first, and describes the largest', async () => {
    const { faces, timings } = await analyser.analyse(await sample('sample1.jpg'), { embedding: true });
    assert.equal(faces.length, 3);
    for (const expected of SAMPLE_1) {
      assert.ok(
        faces.some(({ box }) => overlap(box, expected) > 0.5),
        `no face at ${expected.x1}, ${expected.y1}`,
      );
    }
    assert.ok(faces.every(({ box }, index) => index === 0 || areaOf(box) <= areaOf(faces[index - 1]!.box)));
    assert.deepEqual(
      faces.map(({ embedding }) => embedding?.length),
      [128, undefined, undefined],
    );
    assert.deepEqual(Object.keys(timings).toSorted(), ['detect', 'embed', 'landmarks', 'quality']);
  });

  it('puts eyes, nose and mouth where they belong, and says that it has neither pose nor liveness', async () => {
    const { faces } = await analyser.analyse(await sample('sample1.jpg'), { pose: true, live: true });
    for (const { landmarks, five, box, pose, live, embedding, quality } of faces) {
      const [leftEye, rightEye, nose, leftMouth, rightMouth] = five;
      assert.equal(landmarks.length, 68);
      assert.ok(leftEye.x < rightEye.x && leftMouth.x < rightMouth.x);
      assert.ok(leftEye.y < nose.y && nose.y < leftMouth.y && nose.y < rightMouth.y);
      assert.ok(five.every(({ x, y }) => x > box.x1 && x < box.x2 && y > box.y1 && y < box.y2));
      assert.ok(quality.eyeDistance > 50 && quality.margin > 0);
      assert.deepEqual([pose, live, embedding], [undefined, undefined, undefined]);
    }
  });

  it('scores two photos of one person above photos of two people', async () => {
    const embed = async (image: RgbImage, box: Box): Promise<Float32Array> =>
      (await analyser.analyse(cutOut(image, box), { embedding: true })).faces[0]!.embedding!;
    const [first, third] = [await sample('sample1.jpg'), await sample('sample3.jpg')];
    const one = await embed(first, SAMPLE_1[2]!);
    const same = await embed(third, SAMPLE_3[1]!);
    const others = [await embed(first, SAMPLE_1[0]!), await embed(first, SAMPLE_1[1]!)];
    for (const box of [SAMPLE_3[0]!, SAMPLE_3[2]!]) others.push(await embed(third, box));
    assert.ok(Math.abs(compareEmbeddings(one, one) - 1) < 1e-6);
    const genuine = compareEmbeddings(one, same);
    for (const other of others) assert.ok(compareEmbeddings(one, other) < genuine);
  });

  it('finds no face where there is none', async () => {
    const grey = { data: new Uint8Array(320 * 240 * 3).fill(128), width: 320, height: 240 };
    assert.deepEqual((await analyser.analyse(grey, { embedding: true })).faces, []);
  });

  it('keeps no tensors from frame to frame', async () => {
    const { memory } = createRequire(import.meta.url)('@tensorflow/tfjs') as typeof tensorflow;
    const image = cutOut(await sample('sample1.jpg'), SAMPLE_1[1]!);
    await analyser.analyse(image, { embedding: true });
    const before = memory().numTensors;
    await analyser.analyse(image, { embedding: true });
    assert.equal(memory().numTensors, before);
  });
});

describe('the face-api pack', () => {
  it('is named by its version and its embedder', async () => {
    const pack = await readFaceApiPack(fromRoot('packs/face-api/manifest.json'));
    assert.deepEqual(identityOfFaceApi(pack), { id: 'face-api', version: '1.7.15+b413e420' });
  });

  it('is refused when a model file is another', async () => {
    const scratch = await mkdtemp(path.join(os.tmpdir(), 'presente-pack-'));
    try {
      const manifest = path.join(scratch, 'manifest.json');
      const text = await readFile(fromRoot('packs/face-api/manifest.json'), 'utf8');
      await writeFile(manifest, text.replace('b413e420', 'b413e421'));
      await assert.rejects(readFaceApiPack(manifest), /face_recognition_model\.bin .* is not the file/);
      await writeFile(manifest, text.replace('"engine": "face-api"', '"engine": "onnx"'));
      await assert.rejects(readFaceApiPack(manifest), /is not a face-api pack/);
    } finally {
      await rm(scratch, { recursive: true });
    }
  });
});
