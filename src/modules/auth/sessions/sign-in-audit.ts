import { Injectable } from '@nestjs/common';
import { AuditAction, AuditActor, AuditOutcome, AuditSubjectKind } from '../../../platform/audit/audit-event.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { type SignInProof } from './session-end.js';

const signIn = { action: AuditAction.SIGN_IN, subjectKind: AuditSubjectKind.USER } as const;

/** Every sign-in leaves an event, whatever came of it. The address that was tried is never kept: it may be a password. */
@Injectable()
export class SignInAudit {
  constructor(private readonly audit: AuditTrail) {}

  /** In the transaction that begins the session. */
  succeeded(userId: string, sessionId: string, proof: SignInProof): Promise<void> {
    return this.audit.record({ ...signIn, actor: userId, subjectId: userId, details: { sessionId, proof } });
  }

  /** @param userId whose account was tried; null when there is no such account, or it can't be told */
  refused(userId: string | null, reason: string): Promise<void> {
    return this.audit.record({
      ...signIn,
      actor: AuditActor.ANONYMOUS,
      subjectId: userId,
      outcome: AuditOutcome.REFUSED,
      details: { reason },
    });
  }
}
