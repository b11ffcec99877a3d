import { Injectable } from '@nestjs/common';
import { type Page } from '../../common/graphql/connection.js';
import { type AuditEventRow } from '../../platform/audit/audit-event.entity.js';
import { type AuditEvent, type AuditHead } from './audit-event.type.js';
import { type AuditEventsArgs } from './audit.inputs.js';
import { AuditRepository } from './audit.repository.js';

@Injectable()
export class AuditService {
  constructor(private readonly events: AuditRepository) {}

  async list(args: AuditEventsArgs): Promise<Page<AuditEvent>> {
    const { nodes, pageInfo } = await this.events.page(args);
    return { nodes: nodes.map(shown), pageInfo };
  }

  async head(): Promise<AuditHead> {
    const { sequence, hash, at } = await this.events.head();
    return { sequence, hash: hash.toString('hex'), at };
  }
}

const shown = ({ details, hash, ...row }: AuditEventRow): AuditEvent => ({
  ...row,
  details: Object.entries(details).map(([name, value]) => ({ name, values: [value].flat() })),
  hash: hash.toString('hex'),
});
