import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { DataKeyRow } from '../../../platform/crypto/data-key.entity.js';
import { ConsentRow } from '../consents/consent.entity.js';
import { EnrolmentRow } from '../enrolments/enrolment.entity.js';
import { PersonRow } from '../persons/person.entity.js';

/** The encrypted face embedding of a person, made by one model. Stands on an active consent, by foreign key. */
@Entity('templates')
@Unique('templates_person_model_key', ['personId', 'modelId', 'modelVersion'])
@Check('templates_consent_check', 'consent_active')
@Check('templates_key_check', 'key_id IN (consent_id, person_id)')
@ForeignKey(() => ConsentRow, ['consentId', 'personId', 'consentActive'], ['id', 'personId', 'active'], {
  name: 'templates_active_consent_fkey',
})
export class TemplateRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'templates_pkey' })
  id!: string;

  @ForeignKey(() => PersonRow, { name: 'templates_person_id_fkey' })
  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Index('templates_enrolment')
  @ForeignKey(() => EnrolmentRow, { name: 'templates_enrolment_id_fkey' })
  @Column('uuid', { name: 'enrolment_id' })
  enrolmentId!: string;

  @Column('uuid', { name: 'consent_id' })
  consentId!: string;

  @Column('boolean', { name: 'consent_active', default: true })
  consentActive!: boolean;

  @Column('text', { name: 'model_id' })
  modelId!: string;

  @Column('text', { name: 'model_version' })
  modelVersion!: string;

  /** The scheme of its protection; one that is not ours is never compared. */
  @Column('text')
  protection!: string;

  /** Goes into the key of the protection, so that no two templates are turned alike. */
  @Column('uuid')
  generation!: string;

  /** Whose data key seals it: the consent's, and the person's for a template that is older than keys of consents. */
  @Index('templates_key')
  @ForeignKey(() => DataKeyRow, { name: 'templates_key_id_fkey' })
  @Column('uuid', { name: 'key_id' })
  keyId!: string;

  /** The protected embedding's 32-bit floats, sealed under the data key `keyId`. */
  @Column('bytea')
  sealed!: Buffer;

  @Index('templates_age')
  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
}
