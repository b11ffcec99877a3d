import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ReviewCause, ReviewDecision } from './review-codes.js';
import { confirms, reviewRefusal } from './review-policy.js';

const deciding = { by: 'me', attested: false };
const review = { decided: false, openedBy: 'somebody' };

/** What is refused of each cause, by decision; everything else is taken. */
const refused: Readonly<Record<ReviewCause, Partial<Record<ReviewDecision, string>>>> = {
  INCONCLUSIVE: {},
  AWAITS_CONFIRMATION: { ACCEPT: 'ATTESTATION_REQUIRED' },
  FAILED: {},
  BY_OPERATOR: { ASK_AGAIN: 'NOT_FOR_THIS' },
  REPEATED_FAILURES: { ACCEPT: 'NOT_FOR_THIS' },
};

describe('a decision', () => {
  for (const cause of Object.values(ReviewCause))
    for (const decision of Object.values(ReviewDecision)) {
      it(`${decision} on ${cause}: ${refused[cause][decision] ?? 'taken'}`, () => {
        assert.equal(reviewRefusal({ ...review, cause }, { ...deciding, decision }), refused[cause][decision]);
      });

      it(`${decision} on ${cause} that is decided: refused`, () => {
        const decided = { ...review, cause, decided: true };
        assert.equal(reviewRefusal(decided, { ...deciding, decision, attested: true }), 'DECIDED_BEFORE');
      });

      it(`${decision} on the word of who decides: refused`, () => {
        const own = { decided: false, openedBy: 'me', cause: ReviewCause.BY_OPERATOR };
        assert.equal(reviewRefusal(own, { ...deciding, decision }), 'OWN_WORD');
      });
    }

  it('confirms a validation where one waits for that, with an attestation', () => {
    const waiting = { ...review, cause: ReviewCause.AWAITS_CONFIRMATION };
    const accept = { by: 'me', decision: ReviewDecision.ACCEPT, attested: true };
    assert.equal(reviewRefusal(waiting, accept), undefined);
    assert.ok(confirms(waiting, accept));
    assert.ok(!confirms(waiting, { decision: ReviewDecision.REJECT }));
    assert.ok(!confirms({ cause: ReviewCause.INCONCLUSIVE }, accept));
  });
});
