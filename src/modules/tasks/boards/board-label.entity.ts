import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { type LabelColour } from './board-codes.js';
import { BoardRow } from './board.entity.js';

@Entity('board_labels')
@Unique('board_labels_name_key', ['boardId', 'name'])
export class BoardLabelRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'board_labels_pkey' })
  id!: string;

  @ForeignKey(() => BoardRow, { name: 'board_labels_board_id_fkey', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'board_id' })
  boardId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  colour!: LabelColour;

  /** Then it is shown nowhere; cards keep it, and have it again with it. */
  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null;
}
