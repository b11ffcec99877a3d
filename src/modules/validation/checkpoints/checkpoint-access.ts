import { Injectable } from '@nestjs/common';
import { AuditAction, AuditOutcome, AuditSubjectKind } from '../../../platform/audit/audit-event.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { type Actor, Permission } from '../../auth/index.js';
import { OtherCheckpointError } from './other-checkpoint.error.js';
import { mayActAt } from './reach.js';

/** Keeps a device at its own checkpoint. */
@Injectable()
export class CheckpointAccess {
  constructor(private readonly audit: AuditTrail) {}

  /**
   * Whether the checkpoint is there is not told: it is not looked up.
   * @param operation what was asked for, for the audit
   * @throws OtherCheckpointError
   */
  async require(actor: Actor, checkpointId: string, operation: string): Promise<void> {
    if (mayActAt(actor, checkpointId)) return;
    await this.audit.record({
      action: AuditAction.PERMISSION_REFUSED,
      actor: actor.id,
      subjectKind: AuditSubjectKind.OPERATION,
      subjectId: operation,
      outcome: AuditOutcome.REFUSED,
      details: { permission: Permission.ValidationOpen, reason: 'OTHER_CHECKPOINT', checkpointId },
    });
    throw new OtherCheckpointError();
  }
}
