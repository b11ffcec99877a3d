import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ValidationMethod } from '../attempts/validation-method.js';
import { AttemptState, ValidationReason } from '../attempts/validation-reason.js';
import { type AttemptCount } from './statistics.repository.js';
import { funnelOf, reasonsOf, stretchesOf } from './summarise.js';

const MORNING = new Date('2026-03-01T08:00:00Z');
const NOON = new Date('2026-03-01T12:00:00Z');

const some = (
  count: number,
  state: keyof typeof AttemptState,
  reason: keyof typeof ValidationReason,
  further: Partial<AttemptCount> = {},
): AttemptCount => ({
  start: MORNING,
  method: ValidationMethod.FACE,
  captured: true,
  ...further,
  count,
  state: AttemptState[state],
  reason: ValidationReason[reason],
});
const before = { captured: false } as const;

/** Counts that end at each step; the numbers are powers of two, so that a sum tells what is in it. */
const COUNTS = [
  some(1, 'REJECTED', 'CREDENTIAL_INVALID', before),
  some(2, 'EXPIRED', 'CAPTURE_NOT_RECEIVED', before),
  some(4, 'EXPIRED', 'PROCESSING_TIMED_OUT', before),
  some(8, 'EXPIRED', 'CAPTURE_LOST'),
  some(16, 'FAILED', 'PROCESSING_FAILED'),
  some(32, 'REJECTED', 'FACE_MISMATCH'),
  some(64, 'INCONCLUSIVE', 'BLURRED'),
  some(128, 'ACCEPTED', 'MATCH'),
  some(256, 'ACCEPTED', 'MATCH', { method: ValidationMethod.FACE_AND_PIN, start: NOON }),
  some(512, 'ACCEPTED', 'ATTESTED', { method: ValidationMethod.QR_PIN_OPERATOR, ...before }),
  some(1_024, 'ACCEPTED', 'CONFIRMED', { method: ValidationMethod.FACE_AND_OPERATOR, ...before }),
  some(2_048, 'REJECTED', 'PIN_WRONG', { method: ValidationMethod.QR_PIN_OPERATOR, ...before }),
];

describe('the statistics', () => {
  it('say how many attempts for a face came to each step', () => {
    assert.deepEqual(funnelOf(COUNTS), {
      opened: 1 + 2 + 4 + 8 + 16 + 32 + 64 + 128 + 256,
      admitted: 2 + 4 + 8 + 16 + 32 + 64 + 128 + 256,
      captured: 8 + 16 + 32 + 64 + 128 + 256,
      decided: 32 + 64 + 128 + 256,
      accepted: 128 + 256,
      attested: 512 + 1_024,
    });
  });

  it('count a reason once, whatever the method, the most frequent first', () => {
    const reasons = reasonsOf(COUNTS);
    assert.equal(reasons.length, 11);
    assert.deepEqual(
      reasons.slice(0, 3).map(({ reason, count }) => [reason, count]),
      [
        ['PIN_WRONG', 2_048],
        ['CONFIRMED', 1_024],
        ['ATTESTED', 512],
      ],
    );
    assert.equal(reasons.find(({ reason }) => reason === ValidationReason.MATCH)?.count, 128 + 256);
  });

  it('have every stretch, also one in which nothing happened', () => {
    const night = new Date('2026-03-01T00:00:00Z');
    const stretches = stretchesOf([night, MORNING, NOON], COUNTS);
    assert.deepEqual(
      stretches.map(({ funnel }) => funnel.accepted),
      [0, 128, 256],
    );
    assert.deepEqual(stretches[0]?.reasons, []);
  });
});
