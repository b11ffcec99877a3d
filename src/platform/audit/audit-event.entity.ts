import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { type AuditAction, type AuditDetails, type AuditOutcome, type AuditSubjectKind } from './audit-event.js';

/** Written by `AuditTrail` alone; the database refuses to change or delete a row. */
@Entity('audit_events')
@Index('audit_events_actor', ['actor', 'id'])
@Index('audit_events_subject', ['subjectId', 'id'])
@Index('audit_events_action', ['action', 'id'])
@Index('audit_events_person', { synchronize: false }) // on details ->> 'personId'
@Check('audit_events_sequence_check', 'sequence > 0')
@Check('audit_events_codes_check', `concat(actor, subject_id, details) !~ '[@\\\\]' AND length(details::text) <= 2000`)
@Check('audit_events_hash_check', 'length(previous_hash) = 32 AND length(hash) = 32')
export class AuditEventRow {
  /** Its place in the chain: 1, 2, 3 …, without gaps. */
  @PrimaryColumn('bigint', { name: 'sequence', primaryKeyConstraintName: 'audit_events_pkey' })
  id!: string;

  @Index('audit_events_at')
  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;

  @Column('text')
  action!: AuditAction;

  @Column('text')
  actor!: string;

  @Column('text', { name: 'subject_kind' })
  subjectKind!: AuditSubjectKind;

  @Column('text', { name: 'subject_id', nullable: true })
  subjectId!: string | null;

  @Column('text')
  outcome!: AuditOutcome;

  @Column('text', { name: 'correlation_id' })
  correlationId!: string;

  @Column('jsonb')
  details!: AuditDetails;

  @Column('bytea', { name: 'previous_hash' })
  previousHash!: Buffer;

  @Column('bytea')
  hash!: Buffer;
}
