import { Injectable } from '@nestjs/common';
import { ForbiddenError } from '../../../common/errors/domain-error.js';
import { AuditAction, AuditSubjectKind } from '../../../platform/audit/audit-event.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { type Actor, mayAct, Permission } from '../../auth/index.js';
import {
  type Attestation,
  AttemptFacts,
  type ConfirmationRefusal,
  ConfirmationRefused,
  ConfirmationService,
} from '../../validation/index.js';
import { ColumnRole } from '../boards/board-codes.js';
import { ColumnsRepository } from '../boards/columns.repository.js';
import { CardChanging } from '../cards/card-changing.service.js';
import { CardChangeKind } from '../cards/card-codes.js';
import { CardReading } from '../cards/card-reading.service.js';
import { type WholeCard } from '../cards/cards.repository.js';
import { ReviewDecision } from './review-codes.js';
import { confirms, reviewRefusal } from './review-policy.js';
import { type ReviewRow } from './review.entity.js';
import { type DecideReviewInput } from './review.inputs.js';
import { type DecideReviewResult, ReviewDecided, ReviewRefusal, ReviewRefused } from './review.result.js';
import { ReviewsRepository } from './reviews.repository.js';

/**
 * A decision stands beside the validation, which stays as it ended. Where the validation itself can still come to something,
 * it does so by its own rules (`confirmValidation`), in the same transaction.
 */
@Injectable()
export class ReviewDeciding {
  constructor(
    private readonly changing: CardChanging,
    private readonly reading: CardReading,
    private readonly reviews: ReviewsRepository,
    private readonly columns: ColumnsRepository,
    private readonly attempts: AttemptFacts,
    private readonly confirmations: ConfirmationService,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws NotFoundError; ForbiddenError to confirm without the permission to */
  decide(input: DecideReviewInput, actor: Actor): Promise<DecideReviewResult> {
    return this.changing.atVersion(input, actor, async (card) => {
      const review = await this.reviews.find(card.id);
      if (review === null) return this.refuse(card, actor, ReviewRefusal.NO_REVIEW);
      const { cause, openedBy } = review;
      const { decision, attestation } = input;
      const deciding = { by: actor.id, decision, attested: Boolean(attestation) };
      const refusal = reviewRefusal({ cause, openedBy, decided: review.decision !== null }, deciding);
      if (refusal !== undefined) return this.refuse(card, actor, refusal);
      if (confirms(review, input) && attestation) {
        const unconfirmed = await this.confirm(review, attestation, actor);
        if (unconfirmed !== undefined) return this.refuse(card, actor, ReviewRefusal.NOT_CONFIRMED, unconfirmed);
      }
      await this.record(card, review, input, actor);
      return new ReviewDecided(await this.reading.get(card.id, actor));
    });
  }

  /** @returns why it is not confirmed */
  private async confirm(
    { attemptId }: ReviewRow,
    attestation: Attestation,
    actor: Actor,
  ): Promise<ConfirmationRefusal | undefined> {
    if (!mayAct(actor, Permission.ValidationAttest)) throw new ForbiddenError();
    const result = await this.confirmations.confirm({ id: String(attemptId), attestation }, actor);
    return result instanceof ConfirmationRefused ? result.reason : undefined;
  }

  private async record(card: WholeCard, review: ReviewRow, input: DecideReviewInput, actor: Actor): Promise<void> {
    await this.reviews.decide(card.id, input.decision, input.reason, actor.id);
    const finished = await this.columns.findRole(card.boardId, ColumnRole.DONE);
    if (finished === null) throw new Error('The board of reviews has lost a column.');
    const to = { whereabouts: { kind: 'OPEN', columnId: finished.id, afterCardId: null } } as const;
    await this.changing.apply(card, to, { kind: CardChangeKind.DECIDED, actor, undoable: false });
    await this.audit.record({
      action: AuditAction.REVIEW_DECIDED,
      actor: actor.id,
      subjectKind: AuditSubjectKind.CARD,
      subjectId: card.id,
      details: await this.detailsOf(review, input.decision),
    });
  }

  private async detailsOf({ cause, attemptId, checkpointId, reason }: ReviewRow, decision: ReviewDecision) {
    const personId = attemptId === null ? undefined : (await this.attempts.persons([attemptId])).get(attemptId);
    return {
      decision,
      cause,
      reason,
      checkpointId,
      ...(attemptId !== null && { attemptId }),
      ...(personId !== undefined && { personId }),
    };
  }

  private async refuse(
    card: WholeCard,
    actor: Actor,
    reason: ReviewRefusal,
    confirmation: ConfirmationRefusal | null = null,
  ): Promise<ReviewRefused> {
    return new ReviewRefused(reason, await this.reading.get(card.id, actor), confirmation);
  }
}
