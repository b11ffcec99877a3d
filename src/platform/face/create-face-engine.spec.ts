import assert from 'node:assert/strict';
import { appendFile, copyFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fromRoot } from '../../config/paths.js';
import { frames, type Frames } from '../../../test/support/frames.js';
import { createFaceEngine, type FaceEngineOptions } from './create-face-engine.js';
import { type FaceEngine } from './face-engine.js';
import { FrameRefusedError } from './frame-refused.error.js';
import { compareEmbeddings } from './fuse.js';
import { ModelHashMismatchError } from './model-files.js';

const options: FaceEngineOptions = {
  engine: 'onnx',
  pack: 'arcface',
  modelsDir: fromRoot('models'),
  threads: 2,
  maxBytes: 6_000_000,
  maxPixels: 25_000_000,
};

describe('the face engine', () => {
  let engine: FaceEngine;
  let photos: Frames;
  before(async () => {
    engine = await createFaceEngine(options);
    await engine.warmUp();
    photos = await frames();
  });
  after(() => engine.close());

  const embeddingOf = async (photo: Buffer) => {
    const embedding = (await engine.analyse(photo, { embedding: true })).faces[0]?.embedding;
    assert.ok(embedding !== undefined);
    return embedding;
  };

  it('tells the same person in another photo from somebody else', async () => {
    const [reference, probe, other] = await Promise.all(
      [photos.genuine[0]!, photos.probe, photos.other].map(embeddingOf),
    );
    assert.equal(reference!.length, 512);
    assert.ok(Math.abs(compareEmbeddings(reference!, reference!) - 1) < 1e-5, 'unit length');
    assert.ok(compareEmbeddings(reference!, probe!) > 0.6);
    assert.ok(compareEmbeddings(reference!, other!) < 0.4);
  });

  it('runs pose, liveness and embedding when they are wanted, on the largest face only', async () => {
    const { faces, timings } = await engine.analyse(photos.two, { pose: true, live: true, embedding: true });
    const [largest, second] = faces;
    assert.ok(largest?.pose !== undefined && largest.embedding !== undefined);
    assert.ok(largest.live !== undefined && largest.live >= 0 && largest.live <= 1);
    assert.deepEqual([second?.pose, second?.live, second?.embedding], [undefined, undefined, undefined]);
    assert.equal(second?.landmarks.length, 68);
    const stages = ['decode', 'detect', 'landmarks', 'quality', 'pose', 'live', 'align', 'embed'];
    assert.deepEqual(Object.keys(timings).sort(), stages.sort());
  });

  it('runs nothing that is not wanted', async () => {
    const { faces, timings } = await engine.analyse(photos.probe, {});
    assert.deepEqual(Object.keys(timings).sort(), ['decode', 'detect', 'landmarks', 'quality']);
    assert.deepEqual([faces[0]?.pose, faces[0]?.live, faces[0]?.embedding], [undefined, undefined, undefined]);
  });

  it('refuses what is not a picture, with the reason', async () => {
    await assert.rejects(engine.analyse(Buffer.from('words'), {}), new FrameRefusedError('NOT_AN_IMAGE'));
  });

  it('names its model by its version and its weights', () => {
    assert.deepEqual(engine.model, { id: 'arcface', version: '0.0.1+87aacdfe' });
  });
});

describe('an engine does not start', () => {
  let scratch: string;
  before(async () => {
    scratch = await mkdtemp(path.join(os.tmpdir(), 'presente-face-'));
  });
  after(() => rm(scratch, { recursive: true }));

  it('with a model file that was changed by a byte', async () => {
    // What lies behind a link is copied, too: the byte must not go into the file of somebody else.
    await cp(fromRoot('models'), path.join(scratch, 'changed'), { recursive: true, dereference: true });
    const file = path.join(scratch, 'changed/arcface/fr_feature.onnx');
    await appendFile(file, '\0');
    await assert.rejects(createFaceEngine({ ...options, modelsDir: path.join(scratch, 'changed') }), (error) => {
      assert.ok(error instanceof ModelHashMismatchError);
      assert.equal(error.file, file);
      assert.match(error.message, /npm run models/);
      return true;
    });
  });

  it('without model files', async () => {
    await assert.rejects(createFaceEngine({ ...options, modelsDir: scratch }), (error) => {
      assert.ok(error instanceof ModelHashMismatchError);
      assert.equal(error.found, undefined);
      return true;
    });
  });

  it('with a manifest that is not one, and says what is wrong with it', async () => {
    const pack = path.join(scratch, 'odd');
    await mkdir(pack);
    const manifest = JSON.parse(await readFile(fromRoot('packs/arcface/manifest.json'), 'utf8')) as object;
    await writeFile(path.join(pack, 'manifest.json'), JSON.stringify({ ...manifest, licence: 7 }));
    await assert.rejects(createFaceEngine({ ...options, pack }), /is not a model pack[^]*licence/);
  });

  it('with the calibration of another model', async () => {
    const pack = path.join(scratch, 'borrowed');
    await mkdir(pack);
    await copyFile(fromRoot('packs/arcface/manifest.json'), path.join(pack, 'manifest.json'));
    const points = [
      { score: 0.2, falseMatches: 10, fmr: 0.01, low: 0.005, high: 0.02 },
      { score: 0.4, falseMatches: 1, fmr: 0.001, low: 0.0001, high: 0.005 },
    ];
    const source = { dataSet: 'made up', images: 9, failedToAcquire: 0, identities: 3, genuine: 9, impostor: 1000 };
    const calibration = { model: { id: 'arcface', version: 'older' }, source, points };
    await writeFile(path.join(pack, 'calibration.json'), JSON.stringify(calibration));
    await assert.rejects(createFaceEngine({ ...options, pack }), /calibrate again/);
  });
});

describe('a pack without a calibration', () => {
  it('describes faces, but judges no score', async () => {
    const pack = await mkdtemp(path.join(os.tmpdir(), 'presente-face-'));
    await copyFile(fromRoot('packs/arcface/manifest.json'), path.join(pack, 'manifest.json'));
    const engine = await createFaceEngine({ ...options, pack, threads: 1 });
    try {
      assert.equal((await engine.analyse((await frames()).probe, {})).faces.length, 1);
      assert.throws(() => engine.thresholdFor(1e-3), RangeError);
    } finally {
      await engine.close();
      await rm(pack, { recursive: true });
    }
  });
});
