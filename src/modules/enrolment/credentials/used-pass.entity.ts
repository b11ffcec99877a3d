import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A pass that was shown, so that it is never taken again; forgotten once it has long expired. */
@Entity('used_passes')
export class UsedPassRow {
  /** The `jti` of the token. */
  @PrimaryColumn('uuid', { name: 'showing_id', primaryKeyConstraintName: 'used_passes_pkey' })
  showingId!: string;

  @Index('used_passes_age')
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}
