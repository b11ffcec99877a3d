import { Check, Column, CreateDateColumn, Entity, PrimaryColumn, Unique } from 'typeorm';
import { type SystemBoard } from './board-codes.js';

@Entity('boards')
@Unique('boards_name_key', ['name'])
@Unique('boards_system_key', ['system'])
@Unique('boards_position_key', ['position'], { deferrable: 'INITIALLY IMMEDIATE' })
@Check('boards_system_check', `system IN ('REVIEWS')`)
export class BoardRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'boards_pkey' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  system!: SystemBoard | null;

  /** Among the boards: 1, 2, 3 … */
  @Column('integer')
  position!: number;

  /** Of the latest change; counted by triggers. Whoever holds this row is the only one who changes the board. */
  @Column('integer', { default: 0 })
  sequence!: number;

  /** Null for a system board. */
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null;
}
