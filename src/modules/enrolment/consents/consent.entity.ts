import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { PersonRow } from '../persons/person.entity.js';
import { type ConsentGiver } from './consent.type.js';

@Entity('consents')
@Unique('consents_person_active_key', ['id', 'personId', 'active'])
@Index('consents_one_active', ['personId'], { unique: true, where: 'withdrawn_at IS NULL' })
@Index('consents_person', ['personId', 'id'])
@Check('consents_active_check', 'active = (withdrawn_at IS NULL)')
@Check('consents_given_by_check', `given_by IN ('PERSON','GUARDIAN')`)
export class ConsentRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'consents_pkey' })
  id!: string;

  @ForeignKey(() => PersonRow, { name: 'consents_person_id_fkey' })
  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text', { name: 'text_version' })
  textVersion!: string;

  @Column('text')
  language!: string;

  @Column('text', { name: 'given_by' })
  givenBy!: ConsentGiver;

  /** `ConsentEvidence` as JSON, sealed under the person's data key; null from before it was asked for, and once they are erased. */
  @Column('bytea', { name: 'sealed_evidence', nullable: true })
  sealedEvidence!: Buffer | null;

  @Column('uuid', { name: 'recorded_by' })
  recordedBy!: string;

  @Column('timestamptz', { name: 'given_at', default: () => 'now()' })
  givenAt!: Date;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt!: Date | null;

  /** Says again that it is not withdrawn; templates refer to it, so that none can stand on a withdrawn consent. */
  @Column('boolean', { default: true })
  active!: boolean;
}
