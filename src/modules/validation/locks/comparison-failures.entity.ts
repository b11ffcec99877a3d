import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

@Entity('comparison_failures')
@Check('comparison_failures_check', 'failures > 0')
@ForeignKey('persons', ['personId'], ['id'], { name: 'comparison_failures_person_id_fkey', onDelete: 'CASCADE' })
export class ComparisonFailuresRow {
  /** Of the person or of one of their credentials. */
  @PrimaryColumn('uuid', { name: 'subject_id', primaryKeyConstraintName: 'comparison_failures_pkey' })
  subjectId!: string;

  @Index('comparison_failures_person')
  @Column('uuid', { name: 'person_id' })
  personId!: string;

  /** In a row, since the last match. */
  @Column('integer')
  failures!: number;

  @Column('timestamptz', { name: 'last_failed_at' })
  lastFailedAt!: Date;
}
