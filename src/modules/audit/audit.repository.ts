import { Injectable } from '@nestjs/common';
import { LessThanOrEqual } from 'typeorm';
import { type Page } from '../../common/graphql/connection.js';
import { AuditEventRow } from '../../platform/audit/audit-event.entity.js';
import { Database } from '../../platform/database/database.js';
import { keysetPage } from '../../platform/database/keyset.js';
import { type AuditEventsArgs } from './audit.inputs.js';

export interface AuditHeadRow {
  readonly sequence: string;
  readonly hash: Buffer;
  readonly at: Date | null;
  /** Null while there is no event. */
  readonly seal: Buffer | null;
}

/** By how much the clocks of the processes that write may differ. */
const CLOCKS = `interval '1 hour'`;

/**
 * Where in the chain a span of time ends, by the index on `at`: without it a page from long ago is looked for from the newest
 * event backwards. An event's time is that of the process that wrote it, so times do not quite follow the order of the chain.
 */
const lastBefore = (moment: string): string =>
  `coalesce((SELECT sequence FROM audit_events WHERE at < CAST(:${moment} AS timestamptz) - ${CLOCKS} ORDER BY at DESC LIMIT 1), 0)`;
const firstAfter = (moment: string): string =>
  `coalesce((SELECT sequence FROM audit_events WHERE at >= CAST(:${moment} AS timestamptz) + ${CLOCKS} ORDER BY at LIMIT 1),
    (SELECT sequence + 1 FROM audit_head))`;

@Injectable()
export class AuditRepository {
  constructor(private readonly database: Database) {}

  page(args: AuditEventsArgs): Promise<Page<AuditEventRow>> {
    const { action, actorId, subjectId, from, to } = args;
    const query = this.database.repository(AuditEventRow).createQueryBuilder('event').where('TRUE');
    if (action) query.andWhere({ action });
    if (actorId) query.andWhere({ actor: actorId });
    if (subjectId) query.andWhere(`(event.subjectId = :subjectId OR event.details ->> 'personId' = :subjectId)`, args);
    if (from) query.andWhere(`event.at >= :from AND event.id > ${lastBefore('from')}`, { from });
    if (to) query.andWhere(`event.at < :to AND event.id < ${firstAfter('to')}`, { to });
    return keysetPage(query, args);
  }

  /** The last `count` events up to one, oldest first. */
  async upTo(sequence: string, count: number): Promise<AuditEventRow[]> {
    const rows = await this.database.repository(AuditEventRow).find({
      where: { id: LessThanOrEqual(sequence) },
      order: { id: 'DESC' },
      take: count,
    });
    return rows.reverse();
  }

  async head(): Promise<AuditHeadRow> {
    const [head] = await this.database.query<AuditHeadRow>('SELECT sequence, hash, at, seal FROM audit_head');
    if (head === undefined) throw new Error('The audit has no head.');
    return head;
  }
}
