import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { Registry } from 'prom-client';
import { examineFrames } from '../../../src/platform/face/examine-frames.js';
import { type FaceEngine } from '../../../src/platform/face/face-engine.js';
import { Telemetry } from '../../../src/platform/telemetry/telemetry.js';
import { sharedFile } from '../../../test/support/shared-data.js';
import { openEngine } from '../engine.js';
import { judgeSequence } from './judge-sequence.js';
import { readSequence } from './sequences.js';

const camera = sharedFile('data/camera');
const print = sharedFile('data/pad/print');

/** Each third frame: the films show each picture two or three times. */
const every = (frames: readonly Uint8Array[], step: number) => frames.filter((_, index) => index % step === 0);

/** Films of people lie outside of the project. */
describe('films of real people', { skip: !existsSync(camera) && 'the shared data is not there' }, () => {
  let engine: FaceEngine;

  before(async () => {
    engine = await openEngine('onnx', 1);
  });
  after(() => engine.close());

  const reasonOf = async (frames: readonly Uint8Array[]): Promise<string> => {
    const findings = await examineFrames(engine, frames, { live: true, pose: true }, new Telemetry(new Registry()));
    return judgeSequence({ frames, sidecar: {} }, findings, { threshold: engine.thresholdFor(1e-4), strict: false })
      .reason;
  };
  const filmOf = async (name: string) => (await readSequence(camera, `${camera}/${name}`)).frames;

  it('a turning head answers, forwards and backwards', async () => {
    const film = every(await filmOf('intel-female-headturn-640x480.mjpeg'), 3);
    assert.equal(await reasonOf(film), 'ANSWERED');
    assert.equal(await reasonOf(film.toReversed()), 'ANSWERED');
  });

  it('a face that looks straight does not', async () => {
    const film = every(await filmOf('intel-male-frontal-640x480.mjpeg'), 12);
    assert.match(await reasonOf(film), /^TURN_FURTHER_/);
  });

  it('a printed photograph does not, moved and bent by hand', async () => {
    for (const person of ['0003', '0006']) {
      const { frames } = await readSequence(print, `${print}/${person}`);
      assert.notEqual(await reasonOf(frames.slice(0, 20)), 'ANSWERED');
    }
  });
});
