import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PersonRow } from '../persons/person.entity.js';
import { type PinPlace } from './pin-place.js';

@Entity('pin_failures')
@Check('pin_failures_place_check', `place IN ('CHECKPOINT','OPERATOR','OWN_PAGE')`)
@Check('pin_failures_check', 'failures > 0')
export class PinFailuresRow {
  @ForeignKey(() => PersonRow, { name: 'pin_failures_person_id_fkey' })
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'pin_failures_pkey' })
  personId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pin_failures_pkey' })
  place!: PinPlace;

  /** In a row, since the last right one. */
  @Column('integer')
  failures!: number;

  @Column('timestamptz', { name: 'last_failed_at' })
  lastFailedAt!: Date;
}
