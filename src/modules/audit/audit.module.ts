import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditEventRow } from '../../platform/audit/audit-event.entity.js';
import { AuditGauges } from './audit-gauges.js';
import { AuditRepository } from './audit.repository.js';
import { AuditResolver } from './audit.resolver.js';
import { AuditService } from './audit.service.js';

export const auditResolvers = [AuditResolver];

/** Reading the audit. It is written through `platform/audit`, by every module. */
@Module({
  imports: [TypeOrmModule.forFeature([AuditEventRow])],
  providers: [AuditRepository, AuditService, AuditGauges, ...auditResolvers],
})
export class AuditModule {}
