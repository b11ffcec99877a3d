import assert from 'node:assert/strict';
import { it } from 'node:test';
import { wilsonInterval } from './wilson.js';

// By hand, with z² = 3.841459: (x + z²/2 ± z·√(x(n−x)/n + z²/4)) / (n + z²).
const cases: [hits: number, trials: number, low: number, high: number][] = [
  [0, 10, 0, 0.277533], // z²/(n+z²)
  [5, 10, 0.236593, 0.763407],
  [10, 10, 0.722467, 1],
  [1, 10, 0.017876, 0.40415],
];
for (const [hits, trials, low, high] of cases) {
  it(`${hits} of ${trials} lies within ${low} … ${high}`, () => {
    const interval = wilsonInterval(hits, trials);
    assert.ok(Math.abs(interval.low - low) < 1e-5, `low ${interval.low}`);
    assert.ok(Math.abs(interval.high - high) < 1e-5, `high ${interval.high}`);
  });
}
