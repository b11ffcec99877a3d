import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { CardRow } from './card.entity.js';
import { type CardChangeKind } from './card-codes.js';
import { type CardState } from './card-state.js';

/** One change of a card, with what undoes it. */
@Entity('card_changes')
@Unique('card_changes_version_key', ['cardId', 'version'])
export class CardChangeRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'card_changes_pkey' })
  id!: string;

  @ForeignKey(() => CardRow, { name: 'card_changes_card_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'card_id' })
  cardId!: string;

  /** Of the card, since this change. */
  @Column('integer')
  version!: number;

  @Column('text')
  kind!: CardChangeKind;

  /** Null when it happened by itself. */
  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId!: string | null;

  /** Where the card is since this change; null for one from before that was noted. */
  @Column('uuid', { name: 'column_id', nullable: true })
  columnId!: string | null;

  /** What was changed, as it was; null for what can't be undone. */
  @Column('jsonb', { nullable: true })
  before!: CardState | null;

  /** The change that this one takes back. */
  @Column('uuid', { nullable: true })
  undoes!: string | null;

  @Column('boolean', { default: false })
  undone!: boolean;

  @Index('card_changes_at')
  @CreateDateColumn({ type: 'timestamptz' })
  at!: Date;
}
