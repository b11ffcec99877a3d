import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { type ErasureReason } from './erasure.type.js';

@Entity('erasure_receipts')
@Unique('erasure_receipts_person_key', ['personId'])
@Check('erasure_receipts_reason_check', `reason IN ('REQUESTED','RETENTION')`)
@Check('erasure_receipts_by_check', `(erased_by IS NULL) = (reason = 'RETENTION')`)
@ForeignKey('persons', ['personId'], ['id'], { name: 'erasure_receipts_person_id_fkey' })
export class ErasureReceiptRow {
  /** Also the `jti` of the token. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'erasure_receipts_pkey' })
  id!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text')
  reason!: ErasureReason;

  @Column('uuid', { name: 'erased_by', nullable: true })
  erasedBy!: string | null;

  @Column('timestamptz', { name: 'erased_at' })
  erasedAt!: Date;

  @Column('text')
  token!: string;
}
