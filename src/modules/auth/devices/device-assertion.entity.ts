import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { DeviceRow } from './device.entity.js';

/** An assertion that was used, for as long as it could be shown again. */
@Entity('device_assertions')
export class DeviceAssertionRow {
  @ForeignKey(() => DeviceRow, { name: 'device_assertions_device_id_fkey', onDelete: 'CASCADE' })
  @PrimaryColumn('uuid', { name: 'device_id', primaryKeyConstraintName: 'device_assertions_pkey' })
  deviceId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'device_assertions_pkey' })
  jti!: string;

  @Index('device_assertions_age')
  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}
