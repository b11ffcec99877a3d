import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CardRow } from './card.entity.js';

@Entity('card_comments')
@Index('card_comments_card', ['cardId', 'id'])
@Index('card_comments_deleted', ['deletedAt'], { where: 'deleted_at IS NOT NULL' })
@ForeignKey('users', ['authorId'], ['id'], { name: 'card_comments_author_id_fkey' })
export class CardCommentRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'card_comments_pkey' })
  id!: string;

  @ForeignKey(() => CardRow, { name: 'card_comments_card_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'card_id' })
  cardId!: string;

  @Column('uuid', { name: 'author_id' })
  authorId!: string;

  /** Markdown. */
  @Column('text')
  body!: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'edited_at', nullable: true })
  editedAt!: Date | null;

  /** Until the retention ends it, its author can have it again. */
  @Column('timestamptz', { name: 'deleted_at', nullable: true })
  deletedAt!: Date | null;
}
