import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { type ReviewCause, type ReviewDecision } from './review-codes.js';
import { ReviewRow } from './review.entity.js';

type NewReview = Pick<ReviewRow, 'cardId' | 'cause' | 'attemptId' | 'checkpointId' | 'openedBy' | 'reason' | 'endedAt'>;

@Injectable()
export class ReviewsRepository {
  constructor(private readonly database: Database) {}

  /** By card; a card of no validation has none. */
  async of(cardIds: readonly string[]): Promise<ReadonlyMap<string, ReviewRow>> {
    if (cardIds.length === 0) return new Map();
    const reviews = await this.database
      .repository(ReviewRow)
      .createQueryBuilder('review')
      .where('review.card_id = ANY(:cardIds)', { cardIds })
      .getMany();
    return new Map(reviews.map((review) => [review.cardId, review]));
  }

  find(cardId: string): Promise<ReviewRow | null> {
    return this.database.first(ReviewRow, { cardId });
  }

  /** Of an attempt, but for one of a kiosk's failures. */
  findOfAttempt(attemptId: string): Promise<ReviewRow | null> {
    return this.database
      .repository(ReviewRow)
      .createQueryBuilder('review')
      .where(`review.attempt_id = :attemptId AND review.cause <> 'REPEATED_FAILURES'`, { attemptId })
      .getOne();
  }

  has(attemptId: string, cause: ReviewCause): Promise<boolean> {
    return this.database.repository(ReviewRow).existsBy({ attemptId, cause });
  }

  async isUndecided(cardId: string): Promise<boolean> {
    const review = await this.find(cardId);
    return review !== null && review.decision === null;
  }

  /** When the latest failure ended that a card of this device counts. */
  async lastRepeated(deviceId: string): Promise<Date | undefined> {
    const [row] = await this.database.query<{ endedAt: Date }>(
      `SELECT ended_at AS "endedAt" FROM card_reviews WHERE opened_by = $1 AND cause = 'REPEATED_FAILURES'
       ORDER BY ended_at DESC LIMIT 1`,
      [deviceId],
    );
    return row?.endedAt;
  }

  async insert(review: NewReview): Promise<void> {
    await this.database.repository(ReviewRow).insert(review);
  }

  /** What waited for an operator has their word now, which is to be looked at. */
  async replace(cardId: string, review: Omit<NewReview, 'cardId'>): Promise<void> {
    await this.database.repository(ReviewRow).update({ cardId }, review);
  }

  async decide(cardId: string, decision: ReviewDecision, reason: string, decidedBy: string): Promise<void> {
    await this.database.query(
      `UPDATE card_reviews SET decision = $2, decision_reason = $3, decided_by = $4, decided_at = now()
       WHERE card_id = $1 AND decision IS NULL`,
      [cardId, decision, reason, decidedBy],
    );
  }

  /** Archives what was decided that long ago and is still where decided ones go; for whoever holds the board. */
  async archiveDecided(boardId: string, hours: number): Promise<void> {
    this.database.requireTransaction();
    await this.database.query(
      `UPDATE cards SET position = NULL, archived_at = now(), changed_at = now(), version = version + 1
       FROM card_reviews AS review, board_columns AS place
       WHERE review.card_id = cards.id AND place.id = cards.column_id AND place.role = 'DONE'
         AND cards.board_id = $1 AND cards.position IS NOT NULL
         AND review.decided_at < now() - make_interval(hours => $2)`,
      [boardId, hours],
    );
  }
}
