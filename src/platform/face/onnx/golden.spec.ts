import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { before, describe, it } from 'node:test';
import { cutBySharp } from '../../../../test/support/cut-by-sharp.js';
import { referenceCrop } from '../../../../test/support/reference-crop.js';
import { sharedFile } from '../../../../test/support/shared-data.js';
import { fromRoot } from '../../../config/paths.js';
import { type RgbImage } from '../analyser.js';
import { decodeFrame } from '../decode.js';
import { type Box } from '../face-engine.js';
import { compareEmbeddings } from '../fuse.js';
import { areaOf, overlap } from '../geometry.js';
import { readPack } from '../pack.js';
import { Network } from './network.js';
import { OnnxAnalyser } from './onnx-analyser.js';
import { Resampler } from './resampler.js';
import { softmax } from './softmax.js';

type Corners = readonly [x1: number, y1: number, x2: number, y2: number];

/** Faces of the sample photos of face-api, as the slow reference pipeline found them: the three largest; some are of nearly one size. */
const EXPECTED: Readonly<Record<string, readonly Corners[]>> = {
  'sample1.jpg': [
    [1460, 218, 1680, 431],
    [829, 429, 1031, 650],
    [416, 358, 601, 593],
  ],
  'sample2.jpg': [
    [366, 127, 533, 415],
    [1439, 162, 1642, 389],
    [891, 226, 1058, 453],
  ],
  'sample3.jpg': [
    [1079, 194, 1302, 503],
    [586, 327, 791, 608],
    [1504, 300, 1685, 565],
  ],
  'sample4.jpg': [
    [664, 69, 849, 314],
    [988, 176, 1166, 429],
    [263, 195, 425, 446],
  ],
  'sample5.jpg': [
    [1413, 381, 1592, 660],
    [372, 888, 552, 1164],
    [602, 420, 774, 671],
  ],
  'sample6.jpg': [
    [1488, 263, 1697, 552],
    [250, 484, 466, 759],
    [676, 326, 848, 633],
  ],
};

/** Its whole output; it holds embeddings of people, so it lies outside of the project. */
const golden = sharedFile('examples/face-pipeline.golden.jsonl');
interface GoldenFrame {
  readonly file: string;
  readonly faces: readonly {
    readonly box: Corners;
    readonly pose: Corners;
    readonly live: number;
    readonly embedding: readonly number[];
  }[];
}

const goldenFrames = async (): Promise<GoldenFrame[]> =>
  (await readFile(golden, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as GoldenFrame);

const boxOf = ([x1, y1, x2, y2]: Corners): Box => ({ x1, y1, x2, y2 });
const photo = async (file: string): Promise<RgbImage> =>
  decodeFrame(await readFile(fromRoot('node_modules/@vladmandic/face-api/demo', file)), {
    maxBytes: 6_000_000,
    maxPixels: 25_000_000,
  });

describe('the onnx adapter against the reference pipeline', () => {
  let analyser: OnnxAnalyser;
  before(async () => {
    analyser = await OnnxAnalyser.load(await readPack('arcface'), fromRoot('models/arcface'));
  });

  for (const [file, boxes] of Object.entries(EXPECTED)) {
    it(`finds the same faces in ${file}`, async () => {
      const { faces } = await analyser.analyse(await photo(file), {});
      assert.equal(faces.length, boxes.length);
      for (const corners of boxes) {
        assert.ok(
          faces.some(({ box }) => overlap(box, boxOf(corners)) > 0.9),
          `no face at ${corners.join(', ')}`,
        );
      }
      const areas = faces.map(({ box }) => areaOf(box));
      assert.deepEqual(
        areas,
        areas.toSorted((a, b) => b - a),
      );
    });
  }

  const missing = existsSync(golden) ? false : 'needs face-pipeline.golden.jsonl in PRESENTE_SHARED_DIR';
  it('gives the same embeddings and poses', { skip: missing }, async () => {
    for (const { file, faces } of await goldenFrames()) {
      const analysis = await analyser.analyse(await photo(file), { pose: true, embedding: true });
      const largest = analysis.faces[0]!;
      const expected = faces.find(({ box }) => overlap(boxOf(box), largest.box) > 0.9)!;
      assert.ok(compareEmbeddings(largest.embedding!, Float32Array.from(expected.embedding)) > 0.99, file);
      // the reference has yaw the other way round: positive to the right of the subject
      const [yaw, pitch, roll] = expected.pose;
      assert.ok(Math.abs(largest.pose!.yaw + yaw) < 3, file);
      assert.ok(Math.abs(largest.pose!.pitch - pitch) < 3 && Math.abs(largest.pose!.roll - roll) < 5, file);
    }
  });

  it('gives the mirror picture only when asked for it: another embedding of the same person', async () => {
    const image = await photo('sample1.jpg');
    const [plain] = (await analyser.analyse(image, { embedding: true })).faces;
    const [both] = (await analyser.analyse(image, { embedding: true, mirrored: true })).faces;
    assert.equal(plain?.mirrored, undefined);
    assert.deepEqual(both?.embedding, plain?.embedding);
    const alike = compareEmbeddings(both!.embedding!, both!.mirrored!);
    assert.ok(alike > 0.8 && alike < 0.9999, String(alike));
  });

  it('gives the same liveness score of the same pixels, for every face', { skip: missing }, async () => {
    const stage = (await readPack('arcface')).stages.live!;
    const network = await Network.load(fromRoot('models/arcface', stage.file.name), stage.input, new Resampler());
    for (const { file, faces } of await goldenFrames()) {
      const image = await photo(file);
      for (const { box, live } of faces) {
        const crop = referenceCrop(boxOf(box), image);
        const [logits] = await network.onPixels(await cutBySharp(image, crop, stage.input), stage.logits);
        assert.ok(Math.abs(softmax(logits)[stage.liveClass]! - live) < 0.01, `${file} at ${box.join(', ')}`);
      }
    }
  });
});
