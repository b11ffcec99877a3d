import { Injectable } from '@nestjs/common';
import { type Page } from '../../common/graphql/connection.js';
import { type AuditEventRow } from '../../platform/audit/audit-event.entity.js';
import { AuditSeal } from '../../platform/audit/audit-seal.js';
import { type AuditEvent, type AuditHead, type AuditVerification } from './audit-event.type.js';
import { type AuditEventsArgs } from './audit.inputs.js';
import { AuditRepository } from './audit.repository.js';
import { brokenLink } from './broken-link.js';

@Injectable()
export class AuditService {
  constructor(
    private readonly events: AuditRepository,
    private readonly seal: AuditSeal,
  ) {}

  async list(args: AuditEventsArgs): Promise<Page<AuditEvent>> {
    const { nodes, pageInfo } = await this.events.page(args);
    return { nodes: nodes.map(shown), pageInfo };
  }

  async head(): Promise<AuditHead> {
    const { sequence, hash, at } = await this.events.head();
    return { sequence, hash: hash.toString('hex'), at };
  }

  /** Looks at the end of the chain, for a page; all of it is for `npm run audit:verify`. @param last how many events */
  async verify(last: number): Promise<AuditVerification> {
    const head = await this.events.head();
    const events = await this.events.upTo(head.sequence, last);
    const brokenAt = brokenLink(events, head, this.seal);
    return { whole: brokenAt === null, checked: events.length, brokenAt };
  }
}

const shown = ({ details, hash, ...row }: AuditEventRow): AuditEvent => ({
  ...row,
  details: Object.entries(details).map(([name, value]) => ({ name, values: [value].flat() })),
  hash: hash.toString('hex'),
});
