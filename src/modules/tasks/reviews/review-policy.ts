import { ReviewCause, ReviewDecision } from './review-codes.js';
import { ReviewRefusal } from './review.result.js';

/** What a decision stands on. */
export interface ReviewCase {
  readonly cause: ReviewCause;
  readonly decided: boolean;
  /** Who opened the validation. */
  readonly openedBy: string;
}

export interface Deciding {
  readonly by: string;
  readonly decision: ReviewDecision;
  readonly attested: boolean;
}

/** What can't be said of a case. */
const NOT_FOR: Readonly<Record<ReviewCause, readonly ReviewDecision[]>> = {
  INCONCLUSIVE: [],
  AWAITS_CONFIRMATION: [],
  FAILED: [],
  BY_OPERATOR: [ReviewDecision.ASK_AGAIN],
  REPEATED_FAILURES: [ReviewDecision.ACCEPT],
};

/** Whether a decision can be taken. @returns why it is not; undefined when it is */
export function reviewRefusal(review: ReviewCase, deciding: Deciding): ReviewRefusal | undefined {
  if (review.decided) return ReviewRefusal.DECIDED_BEFORE;
  if (review.cause === ReviewCause.BY_OPERATOR && deciding.by === review.openedBy) return ReviewRefusal.OWN_WORD;
  if (NOT_FOR[review.cause].includes(deciding.decision)) return ReviewRefusal.NOT_FOR_THIS;
  return confirms(review, deciding) && !deciding.attested ? ReviewRefusal.ATTESTATION_REQUIRED : undefined;
}

/** Whether the decision is an operator's word on the validation, which has rules of its own. */
export const confirms = ({ cause }: Pick<ReviewCase, 'cause'>, { decision }: Pick<Deciding, 'decision'>): boolean =>
  cause === ReviewCause.AWAITS_CONFIRMATION && decision === ReviewDecision.ACCEPT;
