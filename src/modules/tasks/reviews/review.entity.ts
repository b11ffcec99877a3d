import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { type ValidationReason } from '../../validation/index.js';
import { CardRow } from '../cards/card.entity.js';
import { type ReviewCause, type ReviewDecision } from './review-codes.js';

/** What a validation left for a person to decide; it belongs to a card of the board of reviews. */
@Entity('card_reviews')
@Unique('card_reviews_attempt_key', ['attemptId', 'cause'])
@Index('card_reviews_ended', ['endedAt'])
@Index('card_reviews_repeated', ['openedBy', 'endedAt'], { where: `cause = 'REPEATED_FAILURES'` })
@Check(
  'card_reviews_cause_check',
  `cause IN ('INCONCLUSIVE','AWAITS_CONFIRMATION','FAILED','BY_OPERATOR','REPEATED_FAILURES')`,
)
@Check('card_reviews_decision_check', `decision IN ('ACCEPT','ASK_AGAIN','REJECT','NOTED')`)
@Check('card_reviews_decided_check', 'num_nulls(decision, decision_reason, decided_by, decided_at) IN (0, 4)')
@ForeignKey('validation_attempts', ['attemptId'], ['id'], {
  name: 'card_reviews_attempt_id_fkey',
  onUpdate: 'SET NULL',
  onDelete: 'SET NULL',
})
@ForeignKey('checkpoints', ['checkpointId'], ['id'], { name: 'card_reviews_checkpoint_id_fkey' })
@ForeignKey('users', ['decidedBy'], ['id'], { name: 'card_reviews_decided_by_fkey' })
export class ReviewRow {
  @ForeignKey(() => CardRow, { name: 'card_reviews_card_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'card_id', primaryKeyConstraintName: 'card_reviews_pkey' })
  cardId!: string;

  @Column('text')
  cause!: ReviewCause;

  /** Null once it is forgotten which one it was. */
  @Column('uuid', { name: 'attempt_id', nullable: true })
  attemptId!: string | null;

  @Column('uuid', { name: 'checkpoint_id' })
  checkpointId!: string;

  /** The device or the user that opened the validation. */
  @Column('uuid', { name: 'opened_by' })
  openedBy!: string;

  /** Of the validation, as it ended. */
  @Column('text')
  reason!: ValidationReason;

  /** When the validation ended. */
  @Column('timestamptz', { name: 'ended_at' })
  endedAt!: Date;

  @Column('text', { nullable: true })
  decision!: ReviewDecision | null;

  /** Free text of whoever decided. */
  @Column('text', { name: 'decision_reason', nullable: true })
  decisionReason!: string | null;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { name: 'decided_at', nullable: true })
  decidedAt!: Date | null;
}
