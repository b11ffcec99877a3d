import { Injectable, Optional } from '@nestjs/common';
import { AuditAction, AuditSubjectKind } from '../../platform/audit/audit-event.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { Database } from '../../platform/database/database.js';
import { FaultSwitch } from '../../platform/faults/fault-switch.js';
import { Faults } from '../../platform/faults/faults.repository.js';
import { type Actor } from '../auth/index.js';
import { type InjectFaultInput } from './fault.inputs.js';
import {
  type EndFaultsResult,
  FaultInjected,
  FaultsDisabled,
  FaultsEnded,
  type FaultsOverview,
  type InjectFaultResult,
} from './fault.type.js';

/** What may be broken on purpose, and by whom it was. Without a switch in this process: nothing, ever. */
@Injectable()
export class FaultsService {
  constructor(
    private readonly faults: Faults,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    @Optional() private readonly faultSwitch?: FaultSwitch,
  ) {}

  async overview(): Promise<FaultsOverview> {
    if (this.faultSwitch === undefined) return { enabled: false, faults: [] };
    return { enabled: true, faults: await this.faultSwitch.spare(() => this.faults.active()) };
  }

  async inject({ seconds, ...fault }: InjectFaultInput, actor: Actor): Promise<InjectFaultResult> {
    return this.whenEnabled(async () => {
      const injected = await this.faults.inject(fault, seconds, actor.id);
      const percent = Math.round(fault.rate * 100);
      const details = { kind: fault.kind, percent: `${percent}`, seconds: `${seconds}` };
      await this.record(AuditAction.FAULT_INJECTED, actor, fault.point, details);
      return new FaultInjected(injected);
    });
  }

  async end(actor: Actor): Promise<EndFaultsResult> {
    return this.whenEnabled(async () => {
      const ended = await this.faults.end();
      if (ended > 0) await this.record(AuditAction.FAULTS_ENDED, actor, null);
      return new FaultsEnded(ended);
    });
  }

  private async whenEnabled<T>(work: () => Promise<T>): Promise<T | FaultsDisabled> {
    if (this.faultSwitch === undefined) return new FaultsDisabled();
    return this.faultSwitch.spare(() => this.database.transaction(work));
  }

  private record(
    action: AuditAction,
    { id: actor }: Actor,
    subjectId: string | null,
    details: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    return this.audit.record({ action, actor, subjectKind: AuditSubjectKind.FAULT, subjectId, details });
  }
}
