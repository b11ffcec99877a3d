import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type StageInput } from '../pack.js';
import { toPlanes } from './planes.js';

const planesOf = (pixels: Float32Array, input: StageInput): number[] => {
  const planes = new Float32Array(input.width * input.height * input.mean.length);
  toPlanes(pixels, input, planes);
  return [...planes];
};

const two = Float32Array.of(10, 20, 30, 110, 120, 130);
const size = { name: 'input', width: 2, height: 1 };

describe('toPlanes', () => {
  it('gives a plane for each channel, in the order of the network', () => {
    const bgr: StageInput = { ...size, channels: 'BGR', mean: [0, 0, 0], std: [1, 1, 1] };
    const rgb: StageInput = { ...size, channels: 'RGB', mean: [0, 0, 0], std: [1, 1, 1] };
    assert.deepEqual(planesOf(two, rgb), [10, 110, 20, 120, 30, 130]);
    assert.deepEqual(planesOf(two, bgr), [30, 130, 20, 120, 10, 110]);
  });

  it('takes the mean away and divides by the deviation, plane by plane', () => {
    const input: StageInput = { ...size, channels: 'BGR', mean: [30, 20, 10], std: [50, 25, 10] };
    assert.deepEqual(
      planesOf(two, input).map((v) => Math.round(v * 1e4) / 1e4),
      [0, 2, 0, 4, 0, 10],
    );
  });

  it('gives the luma where one channel is wanted', () => {
    const white = Float32Array.of(255, 255, 255, 0, 255, 0);
    const [first, second] = planesOf(white, { ...size, channels: 'GREY', mean: [0], std: [255] });
    assert.ok(Math.abs(first! - 1) < 1e-6);
    assert.ok(Math.abs(second! - 0.587) < 1e-6);
  });
});
