import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A code that waits for its device; the row goes when it is used. */
@Entity('device_pairings')
@Unique('device_pairings_code_key', ['codeIndex'])
@ForeignKey('checkpoints', ['checkpointId'], ['id'], { name: 'device_pairings_checkpoint_id_fkey' })
export class DevicePairingRow {
  /** The id that the device will have. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'device_pairings_pkey' })
  id!: string;

  /** HMAC: forty bits are soon guessed from a plain hash. */
  @Column('bytea', { name: 'code_index' })
  codeIndex!: Buffer;

  @Column('uuid', { name: 'checkpoint_id' })
  checkpointId!: string;

  @Column('text')
  name!: string;

  @Column('uuid', { name: 'created_by' })
  createdBy!: string;

  @Index('device_pairings_age')
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}
