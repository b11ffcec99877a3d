import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Detection, suppressOverlaps } from './detector.js';

const at = (x1: number, score: number): Detection => ({ score, box: { x1, y1: 0, x2: x1 + 10, y2: 10 } });

describe('suppressOverlaps', () => {
  it('keeps the best of boxes that overlap by more than the limit', () => {
    // shifted by 4 of 10: 60 shared of 140, so 0.43
    assert.deepEqual(suppressOverlaps([at(0, 0.8), at(4, 0.9)], 0.4), [at(4, 0.9)]);
    assert.equal(suppressOverlaps([at(0, 0.8), at(4, 0.9)], 0.45).length, 2);
  });

  it('lets a suppressed box suppress nothing', () => {
    assert.deepEqual(suppressOverlaps([at(0, 0.9), at(4, 0.8), at(8, 0.7)], 0.4), [at(0, 0.9), at(8, 0.7)]);
  });
});
