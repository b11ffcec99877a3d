import { Inject, Injectable } from '@nestjs/common';
import { ENVIRONMENT } from '../../../config/config.module.js';
import { type Environment } from '../../../config/env.js';
import { AuditAction, AuditActor, AuditOutcome, AuditSubjectKind } from '../../../platform/audit/audit-event.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { Database } from '../../../platform/database/database.js';
import { type Actor, type AuthenticatedRequest, HolderSessionsService, SessionsEnded } from '../../auth/index.js';
import { CredentialsService } from '../credentials/credentials.service.js';
import { PersonsRepository } from '../persons/persons.repository.js';
import { PersonsService } from '../persons/persons.service.js';
import { HolderInvitations } from './holder-invitations.repository.js';
import { type HolderInvitation, HolderInvitationRefused, type OpenHolderSessionResult } from './holder.type.js';
import { invitationCodeHash, invitationPath, newInvitationCode } from './invitation-code.js';

/** Lets persons in to their own page, and out of it. */
@Injectable()
export class HoldersService {
  private readonly invitationSeconds: number;

  constructor(
    private readonly database: Database,
    private readonly persons: PersonsService,
    private readonly personRows: PersonsRepository,
    private readonly credentials: CredentialsService,
    private readonly invitations: HolderInvitations,
    private readonly sessions: HolderSessionsService,
    private readonly audit: AuditTrail,
    @Inject(ENVIRONMENT) env: Environment,
  ) {
    this.invitationSeconds = env.HOLDER_INVITATION_SECONDS;
  }

  /** Ends the person's earlier invitation, and gives them a pass if they have none. @throws NotFoundError */
  async invite(personId: string, actor: Actor): Promise<HolderInvitation> {
    const code = newInvitationCode();
    const expiresAt = await this.database.transaction(async () => {
      await this.credentials.ensurePass(personId, actor);
      await this.record(AuditAction.HOLDER_INVITED, actor.id, personId);
      const codeHash = requireHash(code);
      return this.invitations.put({ personId, codeHash, issuedBy: actor.id }, this.invitationSeconds);
    });
    return { personId, code, path: invitationPath(code), expiresAt };
  }

  /** One answer for every code that is not good, whyever. */
  async open(code: string, request: AuthenticatedRequest): Promise<OpenHolderSessionResult> {
    const begun = await this.database.transaction(() => this.begin(code, request));
    if (begun !== undefined) return this.sessions.grant(begun, request);
    await this.record(AuditAction.HOLDER_SESSION_OPENED, AuditActor.ANONYMOUS, null, AuditOutcome.REFUSED);
    return new HolderInvitationRefused();
  }

  /** Also an invitation that was not used yet. @throws NotFoundError */
  endSessions(personId: string, actor: Actor): Promise<SessionsEnded> {
    return this.database.transaction(async () => {
      await this.persons.hold(personId);
      await this.invitations.withdraw(personId);
      const ended = await this.sessions.endAll(personId);
      await this.record(AuditAction.HOLDER_SESSIONS_ENDED, actor.id, personId);
      return new SessionsEnded(ended);
    });
  }

  /** The person is held first, as whoever erases them does. */
  private async begin(code: string, request: AuthenticatedRequest): ReturnType<HolderSessionsService['begin']> {
    const codeHash = invitationCodeHash(code);
    const personId = codeHash === undefined ? undefined : await this.invitations.personOf(codeHash);
    if (codeHash === undefined || personId === undefined) return undefined;
    if (!(await this.personRows.hold(personId)) || !(await this.invitations.use(codeHash))) return undefined;
    await this.record(AuditAction.HOLDER_SESSION_OPENED, personId, personId);
    return this.sessions.begin(personId, request);
  }

  private record(
    action: AuditAction,
    actor: string,
    personId: string | null,
    outcome: AuditOutcome = AuditOutcome.SUCCESS,
  ): Promise<void> {
    return this.audit.record({ action, actor, subjectKind: AuditSubjectKind.PERSON, subjectId: personId, outcome });
  }
}

function requireHash(code: string): Buffer {
  const hash = invitationCodeHash(code);
  if (hash === undefined) throw new Error('A code that was just made has the form of one.');
  return hash;
}
