import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type FrameFinding } from '../../../platform/face/examine-frames.js';
import { type FaceAnalysis } from '../../../platform/face/face-engine.js';
import { fusePhotos } from './fuse-photos.js';

const at = (degrees: number): Float32Array =>
  Float32Array.of(Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180));

/** @param mirrored where its mirror picture lies, if the engine gave one */
const photo = (degrees: number, mirrored?: number): FrameFinding => ({
  usable: true,
  face: { mirrored: mirrored === undefined ? undefined : at(mirrored) } as FaceAnalysis,
  embedding: at(degrees),
});

describe('fusePhotos', () => {
  it('is the direction in the middle of photos of one person', () => {
    const fused = fusePhotos([photo(0), photo(40)], 0.5);
    assert.ok('embedding' in fused);
    const [x = 0, y = 0] = fused.embedding;
    assert.ok(Math.abs((Math.atan2(y, x) * 180) / Math.PI - 20) < 1e-4);
    assert.ok(Math.abs(Math.hypot(x, y) - 1) < 1e-6);
  });

  it('takes the mirror pictures in, but judges by the photos whether they are of one person', () => {
    const fused = fusePhotos([photo(0, 90), photo(40, 30)], 0.5);
    assert.ok('embedding' in fused);
    const [x = 0, y = 0] = fused.embedding;
    // 0° and 90°, 40° and 30°: by hand, the sums of the cosines 2.632 and of the sines 2.143
    assert.ok(Math.abs((Math.atan2(y, x) * 180) / Math.PI - 39.15) < 0.01);
  });

  it('refuses photos of two people, wherever the other one stands', () => {
    for (const photos of [
      [photo(0), photo(90)],
      [photo(0), photo(10), photo(90)],
      [photo(-50), photo(0), photo(50)],
    ]) {
      const fused = fusePhotos(photos, 0.5);
      assert.ok('reason' in fused);
      assert.equal(fused.reason, 'DIFFERENT_PEOPLE');
    }
  });

  it('says of each photo what is wrong with it, and makes no template of the rest', () => {
    const fused = fusePhotos([photo(0), { usable: false, reason: 'BLURRED' }, photo(5)], 0.5);
    assert.deepEqual(fused, { reason: 'PHOTOS_NOT_USABLE', photoReasons: ['OK', 'BLURRED', 'OK'] });
  });

  it('makes nothing of nothing', () => {
    assert.deepEqual(fusePhotos([], 0.5), { reason: 'PHOTOS_NOT_USABLE', photoReasons: [] });
  });
});
