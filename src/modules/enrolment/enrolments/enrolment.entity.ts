import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ConsentRow } from '../consents/consent.entity.js';
import { PersonRow } from '../persons/person.entity.js';
import { type EnrolmentReason, type EnrolmentState, type PhotoReason } from './enrolment.type.js';

@Entity('enrolments')
@Index('enrolments_one_running', ['personId'], { unique: true, where: 'finished_at IS NULL' })
@Index('enrolments_deadline', ['deadlineAt'], { where: 'finished_at IS NULL' })
@Index('enrolments_person', ['personId', 'id'])
@Check('enrolments_state_check', `state IN ('OPEN','QUEUED','PROCESSING','COMPLETED','REJECTED','EXPIRED','FAILED')`)
@Check('enrolments_finished_check', `(finished_at IS NULL) = (state IN ('OPEN','QUEUED','PROCESSING'))`)
export class EnrolmentRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'enrolments_pkey' })
  id!: string;

  @ForeignKey(() => PersonRow, { name: 'enrolments_person_id_fkey' })
  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @ForeignKey(() => ConsentRow, { name: 'enrolments_consent_id_fkey' })
  @Column('uuid', { name: 'consent_id' })
  consentId!: string;

  @Column('text')
  state!: EnrolmentState;

  @Column('text', { nullable: true })
  reason!: EnrolmentReason | null;

  @Column('text', { name: 'frame_reasons', array: true, default: '{}' })
  photoReasons!: PhotoReason[];

  @Column('uuid', { name: 'capture_id', nullable: true })
  captureId!: string | null;

  /** Fencing token of the worker that holds it; see WorkItems. */
  @Column('uuid', { nullable: true })
  claim!: string | null;

  @Column('integer', { default: 0 })
  claims!: number;

  @Column('uuid', { name: 'opened_by' })
  openedBy!: string;

  @Column('text', { name: 'correlation_id' })
  correlationId!: string;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'deadline_at' })
  deadlineAt!: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}
