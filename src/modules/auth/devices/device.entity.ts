import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { type DeviceKey } from './device-key.js';

/** By the table's name: checkpoints belong to a module that stands on this one. */
@Entity('devices')
@Index('devices_checkpoint', ['checkpointId', 'id'])
@Check('devices_revoked_check', 'num_nulls(revoked_at, revoked_by, revoked_reason) IN (0, 3)')
@ForeignKey('checkpoints', ['checkpointId'], ['id'], { name: 'devices_checkpoint_id_fkey' })
export class DeviceRow {
  /** Was the id of its pairing before. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'devices_pkey' })
  id!: string;

  @Column('uuid', { name: 'checkpoint_id' })
  checkpointId!: string;

  @Column('text')
  name!: string;

  /** For people to know it by, such as "Chrome on Android". */
  @Column('text')
  client!: string;

  @Column('jsonb', { name: 'public_key' })
  publicKey!: DeviceKey;

  /** The user who made the code. */
  @Column('uuid', { name: 'paired_by' })
  pairedBy!: string;

  @Column('timestamptz', { name: 'paired_at', default: () => 'now()' })
  pairedAt!: Date;

  /** When it last got a token. */
  @Column('timestamptz', { name: 'last_seen_at', nullable: true })
  lastSeenAt!: Date | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt!: Date | null;

  @Column('uuid', { name: 'revoked_by', nullable: true })
  revokedBy!: string | null;

  @Column('text', { name: 'revoked_reason', nullable: true })
  revokedReason!: string | null;
}
