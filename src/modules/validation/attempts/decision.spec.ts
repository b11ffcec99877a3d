import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type FaceAnalysis } from '../../../platform/face/face-engine.js';
import { type FrameFinding } from '../../../platform/face/examine-frames.js';
import { compareEmbeddings } from '../../../platform/face/fuse.js';
import { decide, type Evidence } from './decision.js';
import { ValidationReason } from './validation-reason.js';

/** A unit vector whose cosine with the first axis is `cosine`. */
const at = (cosine: number, side = 1): Float32Array =>
  Float32Array.of(cosine, side * Math.sqrt(1 - cosine * cosine), 0);

const clear = (cosine: number, live?: number, side = 1): FrameFinding => ({
  usable: true,
  embedding: at(cosine, side),
  face: { live } as FaceAnalysis,
});
const unclear = (reason: Extract<FrameFinding, { usable: false }>['reason']): FrameFinding => ({
  usable: false,
  reason,
});

const enrolled: Evidence['reference'] = {
  kind: 'present',
  compare: (probe) => compareEmbeddings(probe, at(1)),
};
const threshold = 0.4;

const cases: [name: string, evidence: Evidence, state: string, reason: string][] = [
  ['the same person', { reference: enrolled, frames: [clear(0.7)] }, 'ACCEPTED', 'MATCH'],
  ['exactly at the threshold', { reference: enrolled, frames: [clear(0.5)] }, 'ACCEPTED', 'MATCH'],
  ['somebody else', { reference: enrolled, frames: [clear(0.1)] }, 'REJECTED', 'FACE_MISMATCH'],
  ['the opposite of the face', { reference: enrolled, frames: [clear(-1)] }, 'REJECTED', 'FACE_MISMATCH'],
  ['withdrawn meanwhile', { reference: { kind: 'no-consent' }, frames: [clear(1)] }, 'REJECTED', 'CONSENT_MISSING'],
  ['another model', { reference: { kind: 'no-template' }, frames: [clear(1)] }, 'INCONCLUSIVE', 'TEMPLATE_OUTDATED'],
  ['no frame at all', { reference: enrolled, frames: [] }, 'INCONCLUSIVE', 'NO_FACE'],
  ['nobody in the frame', { reference: enrolled, frames: [unclear('NO_FACE')] }, 'INCONCLUSIVE', 'NO_FACE'],
  ['two people', { reference: enrolled, frames: [unclear('SEVERAL_FACES')] }, 'INCONCLUSIVE', 'SEVERAL_FACES'],
  ['damaged file', { reference: enrolled, frames: [unclear('IMAGE_UNREADABLE')] }, 'INCONCLUSIVE', 'IMAGE_UNREADABLE'],
  ['one clear frame of two', { reference: enrolled, frames: [unclear('BLURRED'), clear(0.7)] }, 'ACCEPTED', 'MATCH'],
  [
    'another face in a later frame',
    { reference: enrolled, frames: [clear(0.95), clear(0.1, 1, -1)] },
    'INCONCLUSIVE',
    'DIFFERENT_FACES',
  ],
];

describe('decide', () => {
  it('leaves a match to an operator where nobody was asked to do anything, and nothing else', () => {
    const outcomes = [0.7, 0.1].map((cosine) =>
      decide({ reference: enrolled, frames: [clear(cosine)] }, { threshold, byOperator: true }),
    );
    assert.deepEqual(
      outcomes.map(({ state, reason }) => [state, reason]),
      [
        ['INCONCLUSIVE', 'WITHOUT_CHALLENGE'],
        ['REJECTED', 'FACE_MISMATCH'],
      ],
    );
    assert.ok(outcomes.every(({ score }) => score !== undefined));
  });

  it('compares nothing when a challenge was not answered, whoever it is', () => {
    const answer = { passed: false, reason: ValidationReason.BLINK_NOT_SEEN } as const;
    const decision = decide({ reference: enrolled, frames: [clear(1)], answer }, { threshold });
    assert.deepEqual(decision, { state: 'INCONCLUSIVE', reason: 'BLINK_NOT_SEEN' });
  });

  it('compares what a challenge leaves for it, and no other frame', () => {
    const [me, other] = [clear(0.9), clear(0.1)];
    const verdicts = [me, other].map((frame) => {
      assert.ok(frame.usable);
      const answer = { passed: true, straight: [frame] } as const;
      return decide({ reference: enrolled, frames: [me, other], answer }, { threshold }).reason;
    });
    assert.deepEqual(verdicts, ['MATCH', 'FACE_MISMATCH']);
  });

  for (const [name, evidence, state, reason] of cases) {
    it(`${name}: ${state} ${reason}`, () => {
      const limit = name === 'exactly at the threshold' ? Math.fround(0.5) : threshold;
      const decision = decide(evidence, { threshold: limit });
      assert.deepEqual({ state: decision.state, reason: decision.reason }, { state, reason });
    });
  }

  it('gives many frames no more chances than one: the best of them does not count', () => {
    // Alone, the second frame would pass (0.45); together they point where 0.45 and 0.25 average, below it.
    const frames = [clear(0.25), clear(0.45)];
    assert.equal(decide({ reference: enrolled, frames: [clear(0.45)] }, { threshold }).state, 'ACCEPTED');
    assert.equal(decide({ reference: enrolled, frames }, { threshold }).state, 'REJECTED');
  });

  describe('on how much the frames look like a living face', () => {
    const reasonOf = (lives: readonly (number | undefined)[], live?: number) =>
      decide({ reference: enrolled, frames: lives.map((value) => clear(0.9, value)) }, { threshold, live }).reason;
    const passive: [name: string, lives: (number | undefined)[], reason: string][] = [
      ['at the threshold', [0.9], 'MATCH'],
      ['below', [0.89], 'LOOKS_LIKE_A_PICTURE'],
      ['two of three above', [0.1, 0.95, 0.96], 'MATCH'],
      ['one of three', [0.1, 0.2, 0.96], 'LOOKS_LIKE_A_PICTURE'],
      ['one of two: the lower counts', [0.1, 0.96], 'LOOKS_LIKE_A_PICTURE'],
      ['an engine that says nothing', [undefined], 'LOOKS_LIKE_A_PICTURE'],
    ];
    for (const [name, lives, reason] of passive) {
      it(`${name}: ${reason}`, () => {
        assert.equal(reasonOf(lives, 0.9), reason);
      });
    }

    it('is not asked where a challenge alone shows it, or the engine has no such network', () => {
      assert.equal(reasonOf([0]), 'MATCH');
      assert.equal(reasonOf([undefined]), 'MATCH');
    });

    it('compares nothing of a picture: no score, whoever it shows', () => {
      const never: Evidence['reference'] = { kind: 'present', compare: () => assert.fail('compared') };
      const decision = decide({ reference: never, frames: [clear(1, 0.2)] }, { threshold, live: 0.9 });
      assert.deepEqual(decision, { state: 'INCONCLUSIVE', reason: 'LOOKS_LIKE_A_PICTURE', live: 0.2 });
    });
  });

  it('records the score and the liveness of what was compared, and neither when nothing was', () => {
    const decision = decide({ reference: enrolled, frames: [clear(0.6, 0.9), clear(0.6, 0.2)] }, { threshold });
    assert.ok(Math.abs((decision.score ?? 0) - 0.6) < 1e-6);
    assert.equal(decision.live, 0.2);
    const nothing = decide({ reference: enrolled, frames: [unclear('TOO_DARK')] }, { threshold });
    assert.deepEqual([nothing.score, nothing.live], [undefined, undefined]);
  });
});
