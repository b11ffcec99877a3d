import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { compareEmbeddings, toUnitLength } from '../../../platform/face/fuse.js';
import { TemplateProtection } from './template-protection.js';

const RUNS = 1_500;
const BINS = 20;
/** As face-api's; 512, as ArcFace's, gives the same picture in sixteen times the time. */
const DIMENSIONS = 128;

const randomFace = (): Float32Array =>
  toUnitLength(Float64Array.from({ length: DIMENSIONS }, () => Math.random() + Math.random() + Math.random() - 1.5));
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values: readonly number[]): number =>
  Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)));

/**
 * The global unlinkability D_sys of M. Gomez-Barrero et al., "General framework to evaluate unlinkability in biometric
 * template protection systems", IEEE TIFS 13, 2018, for ω = 1: 0 when scores tell nothing about whether two protected
 * templates are of one person, 1 when they tell it always. On histograms, so that chance alone gives some hundredths.
 */
function unlinkability(mated: readonly number[], others: readonly number[]): number {
  const all = [...mated, ...others].toSorted((a, b) => a - b);
  const edges = Array.from({ length: BINS - 1 }, (_, bin) => all[Math.floor(((bin + 1) * all.length) / BINS)]!);
  const shares = (scores: readonly number[]): number[] => {
    const counts = new Array<number>(BINS).fill(0);
    for (const score of scores) counts[edges.filter((edge) => score >= edge).length]! += 1 / scores.length;
    return counts;
  };
  const of = shares(others);
  return shares(mated).reduce((sum, share, bin) => {
    const ratio = share / Math.max(of[bin]!, Number.EPSILON);
    return ratio > 1 ? sum + share * ((2 * ratio) / (1 + ratio) - 1) : sum;
  }, 0);
}

describe('TemplateProtection', () => {
  const here = new TemplateProtection('school.test');
  const elsewhere = new TemplateProtection('other.test');

  it('turns probe and reference alike, so that their score stays', () => {
    const [key, generation, probe] = [randomBytes(32), randomUUID(), randomFace()];
    const reference = toUnitLength(randomFace().map((value, index) => value + probe[index]!));
    const turned = [probe, reference].map((embedding) => here.protect(key, generation, embedding));
    assert.ok(Math.abs(compareEmbeddings(turned[0]!, turned[1]!) - compareEmbeddings(probe, reference)) < 1e-6);
  });

  const renewals: [what: string, again: (key: Buffer, generation: string, face: Float32Array) => Float32Array][] = [
    ['after renewal', (key, _, face) => here.protect(key, randomUUID(), face)],
    ['at another institution with the same key', (key, generation, face) => elsewhere.protect(key, generation, face)],
    ["under another person's key", (_, generation, face) => here.protect(randomBytes(32), generation, face)],
  ];
  for (const [what, again] of renewals) {
    it(`leaves nothing in common between templates of one face ${what}`, (test) => {
      const mated: number[] = [];
      const others: number[] = [];
      for (let run = 0; run < RUNS; run++) {
        const [key, generation, face] = [randomBytes(32), randomUUID(), randomFace()];
        const template = here.protect(key, generation, face);
        mated.push(compareEmbeddings(template, again(key, generation, face)));
        others.push(compareEmbeddings(template, again(key, generation, randomFace())));
      }
      const linkable = unlinkability(mated, others);
      const figures = [mated, others].map((scores) => `${mean(scores).toFixed(4)} ± ${deviation(scores).toFixed(4)}`);
      test.diagnostic(`same face ${figures.join(', another face ')}; D_sys ${linkable.toFixed(3)}`);
      // Scores of random directions have mean 0 and deviation 1/√d, here 0.0884.
      const expected = 1 / Math.sqrt(DIMENSIONS);
      assert.ok(Math.abs(mean(mated)) < (5 * expected) / Math.sqrt(RUNS));
      assert.ok(Math.abs(deviation(mated) / expected - 1) < 5 / Math.sqrt(2 * RUNS));
      assert.ok(linkable < 0.1, `D_sys ${linkable}`);
    });
  }

  it('measures what it claims: unprotected templates of one face are told apart always', () => {
    const same = Array.from({ length: 200 }, () => 1 - Math.random() / 2);
    const other = Array.from({ length: 200 }, () => compareEmbeddings(randomFace(), randomFace()));
    assert.ok(unlinkability(same, other) > 0.99);
  });
});
