import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { frames } from '../../../test/support/frames.js';
import { fromRoot } from '../../../src/config/paths.js';
import { type RgbImage } from '../../../src/platform/face/analyser.js';
import { decodeFrame } from '../../../src/platform/face/decode.js';
import { type FaceAnalysis } from '../../../src/platform/face/face-engine.js';
import { OnnxAnalyser } from '../../../src/platform/face/onnx/onnx-analyser.js';
import { readPack } from '../../../src/platform/face/pack.js';
import { cover } from './covers.js';
import { Random } from '../../support/random.js';
import { recapture } from './recapture.js';

describe('simulated presentations', () => {
  let analyser: OnnxAnalyser;
  let picture: RgbImage;
  let face: FaceAnalysis;
  before(async () => {
    analyser = await OnnxAnalyser.load(await readPack('arcface'), fromRoot('models/arcface'));
    picture = await decodeFrame((await frames()).other, { maxBytes: 6_000_000, maxPixels: 25_000_000 });
    face = (await analyser.analyse(picture, {})).faces[0]!;
  });

  it('are the same in every run, and others with another start', () => {
    const film = (start: number) => recapture(picture, face.box, 'screen', new Random(start)).data;
    assert.deepEqual(film(1), film(1));
    assert.notDeepEqual(film(1), film(2));
  });

  it('show a face of the size that a kiosk sees, whatever it is shown on', async () => {
    for (const kind of ['plain', 'screen', 'print'] as const) {
      const { faces } = await analyser.analyse(recapture(picture, face.box, kind, new Random(3)), {});
      const width = faces[0]!.box.x2 - faces[0]!.box.x1;
      assert.ok(width > 0.2 * 640 && width < 0.5 * 640, `${kind}: ${width}`);
    }
  });

  it('change what they cover, and nothing else', () => {
    for (const kind of ['mask', 'hand', 'glasses'] as const) {
      const { data } = cover(picture, face.landmarks, kind, new Random(4));
      const changed = data.filter((value, index) => value !== picture.data[index]).length / data.length;
      assert.ok(changed > 0.005 && changed < 0.15, `${kind}: ${changed}`);
    }
  });
});
