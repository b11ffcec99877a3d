import { Injectable } from '@nestjs/common';
import { uuidv7 } from '../../../common/ids.js';
import { Database } from '../../../platform/database/database.js';
import { done, type JobOutcome, skipped } from '../../../platform/queue/job-table.js';
import { AttemptFacts, type EndedAttempt } from '../../validation/index.js';
import { ColumnRole, SystemBoard } from '../boards/board-codes.js';
import { BoardsRepository } from '../boards/boards.repository.js';
import { ColumnsRepository } from '../boards/columns.repository.js';
import { CardChangeKind } from '../cards/card-codes.js';
import { CardHistory } from '../cards/card-history.repository.js';
import { CardPlacing } from '../cards/card-placing.service.js';
import { CardsRepository } from '../cards/cards.repository.js';
import { causeOf, isFailure, REPEATED_FAILURES, REPEATED_MS } from './review-cause.js';
import { ReviewCause } from './review-codes.js';
import { ReviewsRepository } from './reviews.repository.js';

/** Opens the cards of validations that a person looks at, in the worker: once for each, however often it is told. */
@Injectable()
export class ReviewOpening {
  constructor(
    private readonly database: Database,
    private readonly attempts: AttemptFacts,
    private readonly boards: BoardsRepository,
    private readonly columns: ColumnsRepository,
    private readonly cards: CardsRepository,
    private readonly placing: CardPlacing,
    private readonly history: CardHistory,
    private readonly reviews: ReviewsRepository,
  ) {}

  open(attemptId: string): Promise<JobOutcome> {
    return this.database.transaction(async () => {
      const boardId = await this.boards.holdSystem(SystemBoard.REVIEWS);
      const attempt = await this.attempts.ended(attemptId);
      if (attempt === undefined) return skipped('forgotten');
      const opened = [await this.openOf(boardId, attempt), await this.openRepeated(boardId, attempt)];
      return opened.includes(true) ? done : skipped('nothing to look at');
    });
  }

  private async openOf(boardId: string, attempt: EndedAttempt): Promise<boolean> {
    const cause = causeOf(attempt);
    if (cause === undefined || (await this.reviews.has(attempt.id, cause))) return false;
    if (cause === ReviewCause.AWAITS_CONFIRMATION && (await this.attempts.isConfirmed(attempt.id))) return false;
    if (attempt.confirms !== null && (await this.takeOver(attempt, attempt.confirms))) return true;
    await this.add(boardId, cause, attempt);
    return true;
  }

  /** The card that waited for this word is now about the word; one that was decided with it is done with. */
  private async takeOver(attempt: EndedAttempt, confirmed: string): Promise<boolean> {
    const waiting = await this.reviews.findOfAttempt(confirmed);
    if (waiting === null) return false;
    if (waiting.decision !== null) return true;
    await this.reviews.replace(waiting.cardId, factsOf(ReviewCause.BY_OPERATOR, attempt));
    // A new version: whoever was about to decide sees that it is about something else.
    await this.cards.update(waiting.cardId, { title: attempt.reason });
    await this.note(waiting.cardId, CardChangeKind.EDITED);
    return true;
  }

  /** A failure counts for one card only: after a card, the count begins anew. */
  private async openRepeated(boardId: string, attempt: EndedAttempt): Promise<boolean> {
    if (!isFailure(attempt) || (await this.reviews.has(attempt.id, ReviewCause.REPEATED_FAILURES))) return false;
    const { openedBy, finishedAt } = attempt;
    const counted = (await this.reviews.lastRepeated(openedBy))?.getTime() ?? 0;
    const after = new Date(Math.max(finishedAt.getTime() - REPEATED_MS, counted));
    if ((await this.attempts.failures(openedBy, after, finishedAt)) < REPEATED_FAILURES) return false;
    await this.add(boardId, ReviewCause.REPEATED_FAILURES, attempt);
    return true;
  }

  private async add(boardId: string, cause: ReviewCause, attempt: EndedAttempt): Promise<void> {
    const waiting = await this.columns.findRole(boardId, ColumnRole.WAITING);
    if (waiting === null) throw new Error('The board of reviews has lost a column.');
    const id = uuidv7();
    const place = await this.placing.append(id, waiting.id);
    await this.cards.insert({ id, boardId, ...place, title: attempt.reason, createdBy: null });
    await this.reviews.insert({ cardId: id, ...factsOf(cause, attempt) });
    await this.note(id, CardChangeKind.CREATED);
  }

  private async note(cardId: string, kind: CardChangeKind): Promise<void> {
    await this.history.add({ cardId, kind, actorId: null, before: null });
  }
}

const factsOf = (cause: ReviewCause, { id, checkpointId, openedBy, reason, finishedAt }: EndedAttempt) => ({
  cause,
  attemptId: id,
  checkpointId,
  openedBy,
  reason,
  endedAt: finishedAt,
});
