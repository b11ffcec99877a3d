import { Check, Column, CreateDateColumn, Entity, PrimaryColumn, Unique } from 'typeorm';
import { CheckpointFactors } from './checkpoint-factors.js';
import { CheckpointLiveness } from './checkpoint-liveness.js';

@Entity('checkpoints')
@Unique('checkpoints_name_key', ['name'])
@Check('checkpoints_factors_check', `factors IN ('FACE','FACE_AND_PIN')`)
@Check('checkpoints_liveness_check', `liveness IN ('PASSIVE','ACTIVE','STRICT')`)
@Check('checkpoints_fmr_check', 'target_fmr > 0 AND target_fmr <= 0.01')
export class CheckpointRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'checkpoints_pkey' })
  id!: string;

  @Column('text')
  name!: string;

  /** The false match rate that the threshold is set for. */
  @Column('double precision', { name: 'target_fmr' })
  targetFmr!: number;

  @Column('text', { default: CheckpointFactors.FACE })
  factors!: CheckpointFactors;

  @Column('text', { default: CheckpointLiveness.ACTIVE })
  liveness!: CheckpointLiveness;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;

  @Column('uuid', { name: 'created_by' })
  createdBy!: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
}
