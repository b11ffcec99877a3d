import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { confirmationRefusal } from './confirmation.js';
import { AttemptState, ValidationReason } from './validation-reason.js';

const now = new Date('2026-11-24T10:00:00Z');
const ago = (seconds: number): Date => new Date(now.getTime() - seconds * 1_000);
const waiting = {
  state: AttemptState.INCONCLUSIVE,
  reason: ValidationReason.WITHOUT_CHALLENGE,
  finishedAt: ago(30),
};

const cases: [name: string, attempt: Parameters<typeof confirmationRefusal>[0], refusal: string | undefined][] = [
  ['one that ended just now', waiting, undefined],
  ['one that ended ten minutes ago', { ...waiting, finishedAt: ago(600) }, undefined],
  ['one that ended earlier', { ...waiting, finishedAt: ago(601) }, 'TOO_LATE'],
  ['one that is inconclusive otherwise', { ...waiting, reason: ValidationReason.MOVES_LIKE_A_PICTURE }, 'NOT_WAITING'],
  [
    'one whose face does not match',
    { ...waiting, state: AttemptState.REJECTED, reason: ValidationReason.FACE_MISMATCH },
    'NOT_WAITING',
  ],
  [
    'one that still waits for the worker',
    { state: AttemptState.QUEUED, reason: null, finishedAt: null },
    'NOT_WAITING',
  ],
];

describe('an operator’s word', () => {
  for (const [name, attempt, refusal] of cases) {
    it(`on ${name}: ${refusal ?? 'taken'}`, () => {
      assert.equal(confirmationRefusal(attempt, now), refusal);
    });
  }
});
