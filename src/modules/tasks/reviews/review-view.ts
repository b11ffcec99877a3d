import { CONFIRMABLE_MS } from '../../validation/index.js';
import { ReviewCause } from './review-codes.js';
import { type ReviewRow } from './review.entity.js';
import { type Review } from './review.type.js';

/** A review as it is shown. @param persons whose validations they are, by attempt, as far as the viewer may know; checkpoints: their names */
export const reviewOf = (
  { cause, attemptId, checkpointId, reason, endedAt, decision, decisionReason, decidedBy, decidedAt }: ReviewRow,
  persons: ReadonlyMap<string, string>,
  checkpoints: ReadonlyMap<string, string>,
): Review => ({
  cause,
  attemptId,
  checkpointId,
  checkpointName: checkpoints.get(checkpointId) ?? '',
  reason,
  endedAt,
  confirmableUntil: cause === ReviewCause.AWAITS_CONFIRMATION ? new Date(endedAt.getTime() + CONFIRMABLE_MS) : null,
  // The fifth failure at a kiosk says nothing of the four before it: the card is about the kiosk.
  personId: attemptId === null || cause === ReviewCause.REPEATED_FAILURES ? null : (persons.get(attemptId) ?? null),
  decision,
  decisionReason,
  decidedBy,
  decidedAt,
});
