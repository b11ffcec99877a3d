import { Column, CreateDateColumn, Entity, Index, PrimaryColumn } from 'typeorm';

/** A job that must happen. It lives from the transaction that needs it until its handler has ended. */
@Entity('outbox')
@Index('outbox_unsent', ['id'], { where: 'sent_at IS NULL' })
export class OutboxRow {
  /** Also the id of the job in the queue, so that sending twice is a no-op there. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'outbox_pkey' })
  id!: string;

  @Column('text')
  queue!: string;

  @Column('text')
  name!: string;

  @Column('jsonb')
  payload!: object;

  @Column('text', { name: 'correlation_id' })
  correlationId!: string;

  /** The span that made the job necessary, as W3C's `traceparent` writes it; null where nothing is traced. */
  @Column('text', { name: 'trace_parent', nullable: true })
  traceParent!: string | null;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  @Index('outbox_sent')
  @Column('timestamptz', { name: 'sent_at', nullable: true })
  sentAt!: Date | null;
}
