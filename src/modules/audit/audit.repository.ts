import { Injectable } from '@nestjs/common';
import { type Page } from '../../common/graphql/connection.js';
import { AuditEventRow } from '../../platform/audit/audit-event.entity.js';
import { Database } from '../../platform/database/database.js';
import { keysetPage } from '../../platform/database/keyset.js';
import { type AuditEventsArgs } from './audit.inputs.js';

export interface AuditHeadRow {
  readonly sequence: string;
  readonly hash: Buffer;
  readonly at: Date | null;
}

@Injectable()
export class AuditRepository {
  constructor(private readonly database: Database) {}

  page(args: AuditEventsArgs): Promise<Page<AuditEventRow>> {
    const { action, actorId, subjectId, from, to } = args;
    const query = this.database.repository(AuditEventRow).createQueryBuilder('event').where('TRUE');
    if (action) query.andWhere({ action });
    if (actorId) query.andWhere({ actor: actorId });
    if (subjectId) query.andWhere(`(event.subjectId = :subjectId OR event.details ->> 'personId' = :subjectId)`, args);
    if (from) query.andWhere('event.at >= :from', { from });
    if (to) query.andWhere('event.at < :to', { to });
    return keysetPage(query, args);
  }

  async head(): Promise<AuditHeadRow> {
    const [head] = await this.database.query<AuditHeadRow>('SELECT sequence, hash, at FROM audit_head');
    if (head === undefined) throw new Error('The audit has no head.');
    return head;
  }
}
