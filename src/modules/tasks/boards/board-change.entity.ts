import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { type BoardSubject } from './board-codes.js';
import { BoardRow } from './board.entity.js';

/** Written by triggers; read by whoever wants to know what they missed. */
@Entity('board_changes')
@Check('board_changes_kind_check', `kind IN ('BOARD','COLUMN','LABEL','CARD')`)
export class BoardChangeRow {
  @ForeignKey(() => BoardRow, { name: 'board_changes_board_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'board_id', primaryKeyConstraintName: 'board_changes_pkey' })
  boardId!: string;

  /** 1, 2, 3 …, without gaps, in the order of the commits. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'board_changes_pkey' })
  sequence!: number;

  @Column('text')
  kind!: BoardSubject;

  /** Of the card, the column, the label or the board itself. */
  @Column('uuid', { name: 'about_id' })
  aboutId!: string;

  @Index('board_changes_at')
  @CreateDateColumn({ type: 'timestamptz' })
  at!: Date;
}
