import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { BoardColumnRow } from '../boards/board-column.entity.js';
import { BoardRow } from '../boards/board.entity.js';

export interface ChecklistItemContent {
  readonly id: string;
  readonly text: string;
  readonly done: boolean;
}

export interface ChecklistContent {
  readonly id: string;
  readonly title: string;
  readonly items: readonly ChecklistItemContent[];
}

@Entity('cards')
@Index('cards_board', ['boardId', 'id'])
@Index('cards_trashed', ['trashedAt'], { where: 'trashed_at IS NOT NULL' })
@Unique('cards_position_key', ['columnId', 'position'], { deferrable: 'INITIALLY IMMEDIATE' })
@Check('cards_whereabouts_check', 'num_nonnulls(position, archived_at, trashed_at) = 1')
export class CardRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'cards_pkey' })
  id!: string;

  @ForeignKey(() => BoardRow, { name: 'cards_board_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'board_id' })
  boardId!: string;

  /** Where it is; of what is archived or in the trash, where it was. */
  @ForeignKey(() => BoardColumnRow, { name: 'cards_column_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'column_id' })
  columnId!: string;

  /** See card-position.ts; null when it is archived or in the trash. */
  @Column('bigint', { nullable: true })
  position!: number | null;

  /** One more with each change of what it says and where it is; comments are none. */
  @Column('integer', { default: 1 })
  version!: number;

  @Column('text')
  title!: string;

  /** Markdown. */
  @Column('text', { default: '' })
  description!: string;

  @Column('uuid', { name: 'label_ids', array: true, default: '{}' })
  labelIds!: readonly string[];

  @Column('uuid', { name: 'assignee_ids', array: true, default: '{}' })
  assigneeIds!: readonly string[];

  @Column('timestamptz', { name: 'due_at', nullable: true })
  dueAt!: Date | null;

  @Column('jsonb', { default: [] })
  checklists!: readonly ChecklistContent[];

  @Column('integer', { name: 'comment_count', default: 0 })
  commentCount!: number;

  /** Null for a card that opened by itself. */
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  @CreateDateColumn({ type: 'timestamptz', name: 'changed_at' })
  changedAt!: Date;

  /** Since when it is in its column. */
  @CreateDateColumn({ type: 'timestamptz', name: 'entered_at' })
  enteredAt!: Date;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null;

  @Column('timestamptz', { name: 'trashed_at', nullable: true })
  trashedAt!: Date | null;
}
