import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { type ColumnRole, WipMode } from './board-codes.js';
import { BoardRow } from './board.entity.js';

@Entity('board_columns')
@Unique('board_columns_position_key', ['boardId', 'position'], { deferrable: 'INITIALLY IMMEDIATE' })
@Unique('board_columns_role_key', ['boardId', 'role'])
@Check('board_columns_role_check', `role IN ('WAITING','IN_REVIEW','DONE')`)
@Check('board_columns_wip_limit_check', 'wip_limit > 0')
@Check('board_columns_wip_mode_check', `wip_mode IN ('WARN','BLOCK')`)
export class BoardColumnRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'board_columns_pkey' })
  id!: string;

  @ForeignKey(() => BoardRow, { name: 'board_columns_board_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'board_id' })
  boardId!: string;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  role!: ColumnRole | null;

  /** Among the columns of the board: 1, 2, 3 … */
  @Column('integer')
  position!: number;

  @Column('integer', { name: 'wip_limit', nullable: true })
  wipLimit!: number | null;

  @Column('text', { name: 'wip_mode', default: WipMode.WARN })
  wipMode!: WipMode;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null;
}
