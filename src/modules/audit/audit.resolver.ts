import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow, Permission } from '../auth/index.js';
import { AuditEvent, AuditEventConnection, AuditHead, AuditVerification } from './audit-event.type.js';
import { AuditEventsArgs, AuditVerificationArgs } from './audit.inputs.js';
import { AuditService } from './audit.service.js';

@Resolver(() => AuditEvent)
export class AuditResolver {
  constructor(private readonly audit: AuditService) {}

  @Query(() => AuditEventConnection, { description: 'Newest first.' })
  @Allow(Permission.AuditRead)
  auditEvents(@Args() args: AuditEventsArgs) {
    return this.audit.list(args);
  }

  @Query(() => AuditHead)
  @Allow(Permission.AuditRead)
  auditHead() {
    return this.audit.head();
  }

  @Query(() => AuditVerification, {
    description: 'Whether the end of the chain is whole; `npm run audit:verify` walks all of it.',
  })
  @Allow(Permission.AuditRead)
  auditVerification(@Args() { last }: AuditVerificationArgs) {
    return this.audit.verify(last);
  }
}
