import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from '../../../common/ids.js';
import { ENVIRONMENT } from '../../../config/config.module.js';
import { type Environment } from '../../../config/env.js';
import { Database } from '../../../platform/database/database.js';
import { AccessTokens } from '../access-tokens.js';
import { type AuthenticatedRequest, type HolderActor } from '../actor.js';
import { clientName } from './client-name.js';
import { HolderCookie } from './holder-cookie.js';
import { HolderSessionOpened, type RefreshHolderSessionResult } from './holder-session.type.js';
import { requireOwnPage } from './own-page.js';
import { newRefreshToken, refreshTokenHash } from './refresh-tokens.js';
import { type Continued, SessionRotation } from './session-rotation.js';
import { SessionOver, SessionsEnded } from './session.type.js';
import { type SessionLifetimes, SessionsRepository } from './sessions.repository.js';

/** Sessions of persons on their own page. What opens one is for the caller to check. */
@Injectable()
export class HolderSessionsService {
  private readonly lifetimes: SessionLifetimes;

  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsRepository,
    private readonly rotation: SessionRotation,
    private readonly accessTokens: AccessTokens,
    private readonly cookie: HolderCookie,
    @Inject(ENVIRONMENT) env: Environment,
  ) {
    this.lifetimes = { idle: env.HOLDER_SESSION_IDLE_SECONDS, longest: env.HOLDER_SESSION_SECONDS };
  }

  /** In the transaction that uses up what was shown; then `grant`. @returns undefined when the person was erased */
  async begin(personId: string, request: AuthenticatedRequest): Promise<Continued | undefined> {
    this.database.requireTransaction();
    const id = uuidv7();
    const token = newRefreshToken();
    const client = clientName(request.headers['user-agent']);
    const goodUntil = await this.sessions.insertHolders({ id, client }, personId, this.lifetimes);
    if (goodUntil === undefined) return undefined;
    await this.sessions.addToken(refreshTokenHash(token), id);
    return { sessionId: id, subjectId: personId, token, goodUntil };
  }

  /** For a session that was begun or refreshed, once that is committed. */
  async grant(continued: Continued, request: AuthenticatedRequest): Promise<HolderSessionOpened> {
    const { sessionId, subjectId } = continued;
    const { token, expiresAt } = await this.accessTokens.issue({ kind: 'holder', id: subjectId }, sessionId);
    this.cookie.write(request, continued.token, continued.goodUntil);
    return new HolderSessionOpened(token, expiresAt);
  }

  async refresh(request: AuthenticatedRequest): Promise<RefreshHolderSessionResult> {
    requireOwnPage(request.headers);
    const presented = this.cookie.read(request);
    const continued =
      presented === undefined ? undefined : await this.rotation.exchange(presented, 'holder', this.lifetimes.idle);
    if (continued !== undefined) return this.grant(continued, request);
    this.cookie.clear(request);
    return new SessionOver();
  }

  async close(holder: HolderActor, request: AuthenticatedRequest): Promise<SessionsEnded> {
    const ended = await this.sessions.end(holder.sessionId, holder.id, 'SIGNED_OUT');
    this.cookie.clear(request);
    return new SessionsEnded(ended ? 1 : 0);
  }

  /** Every one of this person's, at once. @returns how many */
  endAll(personId: string): Promise<number> {
    return this.sessions.endHolders(personId, 'ENDED_BY_REGISTRAR');
  }
}
