import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AttemptState, ValidationMethod, ValidationReason } from '../../validation/index.js';
import { causeOf, isFailure } from './review-cause.js';

const { FACE, QR_PIN_OPERATOR, FACE_AND_OPERATOR } = ValidationMethod;

describe('whether a validation is looked at', () => {
  const cases: [state: AttemptState, reason: ValidationReason, method: ValidationMethod, cause: string | undefined][] =
    [
      [AttemptState.INCONCLUSIVE, ValidationReason.TOO_DARK, FACE, 'INCONCLUSIVE'],
      [AttemptState.INCONCLUSIVE, ValidationReason.WITHOUT_CHALLENGE, FACE, 'AWAITS_CONFIRMATION'],
      [AttemptState.FAILED, ValidationReason.PROCESSING_FAILED, FACE, 'FAILED'],
      [AttemptState.ACCEPTED, ValidationReason.MATCH, FACE, undefined],
      [AttemptState.ACCEPTED, ValidationReason.ATTESTED, QR_PIN_OPERATOR, 'BY_OPERATOR'],
      [AttemptState.ACCEPTED, ValidationReason.CONFIRMED, FACE_AND_OPERATOR, 'BY_OPERATOR'],
      [AttemptState.REJECTED, ValidationReason.FACE_MISMATCH, FACE, undefined],
      [AttemptState.REJECTED, ValidationReason.PIN_WRONG, QR_PIN_OPERATOR, undefined],
      [AttemptState.EXPIRED, ValidationReason.CAPTURE_NOT_RECEIVED, FACE, undefined],
    ];
  for (const [state, reason, method, cause] of cases) {
    it(`${state} with ${reason} by ${method}: ${cause ?? 'no'}`, () => {
      assert.equal(causeOf({ state, reason, method }), cause);
    });
  }

  it('counts as a failure of its kiosk when it came to nothing there', () => {
    const failures = Object.values(AttemptState).filter((state) => isFailure({ state, atKiosk: true }));
    assert.deepEqual(failures, ['REJECTED', 'INCONCLUSIVE', 'FAILED']);
    assert.ok(!Object.values(AttemptState).some((state) => isFailure({ state, atKiosk: false })));
  });
});
