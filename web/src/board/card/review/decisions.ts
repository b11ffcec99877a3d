import { type ReviewCause, type ReviewDecision } from '../../graphql/graphql';

interface Decisions {
  /** For the keys a and r. */
  readonly keyed: readonly [a: ReviewDecision, r: ReviewDecision];
  readonly others: readonly ReviewDecision[];
}

/** What can be decided on what: the server takes no other (src/modules/tasks/reviews/review-policy.ts). */
export const DECISIONS: Readonly<Record<ReviewCause, Decisions>> = {
  INCONCLUSIVE: { keyed: ['ACCEPT', 'ASK_AGAIN'], others: ['REJECT', 'NOTED'] },
  AWAITS_CONFIRMATION: { keyed: ['ACCEPT', 'ASK_AGAIN'], others: ['REJECT', 'NOTED'] },
  FAILED: { keyed: ['ACCEPT', 'ASK_AGAIN'], others: ['REJECT', 'NOTED'] },
  BY_OPERATOR: { keyed: ['ACCEPT', 'REJECT'], others: ['NOTED'] },
  REPEATED_FAILURES: { keyed: ['NOTED', 'ASK_AGAIN'], others: ['REJECT'] },
};
