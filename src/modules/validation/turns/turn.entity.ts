import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { CheckpointRow } from '../checkpoints/checkpoint.entity.js';

/** The right to open one validation, soon, at one checkpoint, for who asked for it. */
@Entity('checkpoint_turns')
@Unique('checkpoint_turns_nonce_key', ['nonceHash'])
export class TurnRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'checkpoint_turns_pkey' })
  id!: string;

  /** SHA-256 of 128 random bits. */
  @Column('bytea', { name: 'nonce_hash' })
  nonceHash!: Buffer;

  @ForeignKey(() => CheckpointRow, { name: 'checkpoint_turns_checkpoint_id_fkey' })
  @Column('uuid', { name: 'checkpoint_id' })
  checkpointId!: string;

  @Column('uuid', { name: 'opened_by' })
  openedBy!: string;

  @Index('checkpoint_turns_age')
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt!: Date | null;
}
