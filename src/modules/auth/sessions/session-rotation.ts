import { Injectable, Logger } from '@nestjs/common';
import { assertNever } from '../../../common/assert-never.js';
import { AuditAction, AuditActor, AuditOutcome, AuditSubjectKind } from '../../../platform/audit/audit-event.js';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { Database } from '../../../platform/database/database.js';
import { newRefreshToken, openSuccessor, refreshTokenHash, sealSuccessor } from './refresh-tokens.js';
import { judgeRefresh } from './refresh-verdict.js';
import { type SessionKind } from './session-subject.js';
import { type HeldToken, SessionsRepository } from './sessions.repository.js';

/** What goes on: the session, and the token that refreshes it next. */
export interface Continued {
  readonly sessionId: string;
  /** Of the user or the person. */
  readonly subjectId: string;
  readonly token: string;
  readonly goodUntil: Date;
}

/** Exchanges refresh tokens, whoever they were given to; docs/adr/0032. */
@Injectable()
export class SessionRotation {
  private readonly logger = new Logger('Sessions');

  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsRepository,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @param kind of session that is asked for: a token of the other kind is none
   * @returns undefined when the session is over, or was ended here because two hold the token
   */
  exchange(presented: string, kind: SessionKind, idleSeconds: number): Promise<Continued | undefined> {
    return this.database.transaction(async () => {
      const held = await this.sessions.hold(refreshTokenHash(presented));
      if (held?.kind !== kind) return undefined;
      const verdict = judgeRefresh(held);
      switch (verdict) {
        case 'ROTATE':
          return this.goOn(held, await this.rotate(presented, held.sessionId), idleSeconds);
        case 'REPEAT':
          return this.goOn(held, successorOf(presented, held), idleSeconds);
        case 'REUSED':
          await this.endReused(held);
          return undefined;
        case 'OVER':
          return undefined;
        default:
          return assertNever(verdict);
      }
    });
  }

  private async endReused({ sessionId, subjectId, kind }: HeldToken): Promise<void> {
    this.logger.warn({ sessionId }, 'a refresh token came back after its successor: session ended');
    await this.sessions.end(sessionId, subjectId, 'TOKEN_REUSED');
    await this.audit.record({
      action: AuditAction.REFRESH_TOKEN_REUSED,
      actor: AuditActor.ANONYMOUS,
      subjectKind: kind === 'user' ? AuditSubjectKind.USER : AuditSubjectKind.PERSON,
      subjectId,
      outcome: AuditOutcome.REFUSED,
      details: { sessionId },
    });
  }

  private async rotate(presented: string, sessionId: string): Promise<string> {
    const successor = newRefreshToken();
    const sealed = sealSuccessor(presented, successor, sessionId);
    await this.sessions.replaceToken(sessionId, refreshTokenHash(presented), sealed, refreshTokenHash(successor));
    return successor;
  }

  private async goOn({ sessionId, subjectId }: HeldToken, token: string, idleSeconds: number): Promise<Continued> {
    return { sessionId, subjectId, token, goodUntil: await this.sessions.markUsed(sessionId, idleSeconds) };
  }
}

const successorOf = (presented: string, { sealedSuccessor, sessionId }: HeldToken): string =>
  openSuccessor(presented, sealedSuccessor ?? Buffer.of(), sessionId);
