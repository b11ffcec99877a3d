import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import { ANYONE_MAY } from '../../common/context/anyone-may.js';
import { DomainError, ForbiddenError, UnauthenticatedError } from '../../common/errors/domain-error.js';
import { meansUnreachable } from '../../common/errors/unavailability.js';
import { AuditAction, AuditOutcome, AuditSubjectKind } from '../../platform/audit/audit-event.js';
import { AuditTrail } from '../../platform/audit/audit-trail.js';
import { requestOf, type Actor, type AuthenticatedRequest } from './actor.js';
import { ALLOWED } from './allow.decorator.js';
import { mayAct } from './may-act.js';
import { type Permission } from './permissions.js';

/** Stands before every operation of the API. What states no permission is refused, so forgetting one opens nothing. */
@Injectable()
export class AccessGuard extends AuthGuard(['jwt', 'device']) {
  constructor(
    private readonly reflector: Reflector,
    private readonly audit: AuditTrail,
  ) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.stated(ANYONE_MAY, context) !== undefined) return true;
    await super.canActivate(context);
    const permission = this.stated(ALLOWED, context) as Permission | undefined;
    const { user } = this.getRequest(context);
    if (user === undefined) throw new ForbiddenError();
    if (permission !== undefined && mayAct(user, permission)) return true;
    await this.recordRefusal(user, context.getHandler().name, permission);
    throw new ForbiddenError();
  }

  override getRequest(context: ExecutionContext): AuthenticatedRequest {
    return requestOf(context);
  }

  /** Passport's answer; a database that is down is not a bad token. */
  override handleRequest<User>(error: unknown, user: User | false): User {
    if (error instanceof DomainError || meansUnreachable(error)) throw error;
    if (user === false || error) throw new UnauthenticatedError();
    return user;
  }

  private recordRefusal(user: Actor, operation: string, permission: Permission | undefined): Promise<void> {
    return this.audit.record({
      action: AuditAction.PERMISSION_REFUSED,
      actor: user.id,
      subjectKind: AuditSubjectKind.OPERATION,
      subjectId: operation,
      outcome: AuditOutcome.REFUSED,
      details: permission === undefined ? {} : { permission },
    });
  }

  private stated(key: string, context: ExecutionContext): unknown {
    return this.reflector.getAllAndOverride<unknown>(key, [context.getHandler(), context.getClass()]);
  }
}
