import { Inject, Injectable } from '@nestjs/common';
import { NotFoundError } from '../../../common/errors/domain-error.js';
import { type Page, type PageArgs } from '../../../common/graphql/connection.js';
import { uuidv7 } from '../../../common/ids.js';
import { ENVIRONMENT } from '../../../config/config.module.js';
import { type Environment } from '../../../config/env.js';
import { Database } from '../../../platform/database/database.js';
import { AccessTokens } from '../access-tokens.js';
import { type AuthenticatedRequest, type UserActor } from '../actor.js';
import { SignedIn } from '../dto/auth.results.js';
import { type UserRow } from '../user.entity.js';
import { UsersRepository } from '../users.repository.js';
import { clientName } from './client-name.js';
import { requireOwnPage } from './own-page.js';
import { newRefreshToken, refreshTokenHash } from './refresh-tokens.js';
import { type SignInProof } from './session-end.js';
import { SessionCookie } from './session-cookie.js';
import { type SessionRow } from './session.entity.js';
import { type Continued, SessionRotation } from './session-rotation.js';
import { type RefreshSessionResult, type Session, SessionOver, SessionsEnded } from './session.type.js';
import { SignInAudit } from './sign-in-audit.js';
import { type SessionLifetimes, SessionsRepository } from './sessions.repository.js';

@Injectable()
export class SessionsService {
  private readonly lifetimes: SessionLifetimes;

  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsRepository,
    private readonly rotation: SessionRotation,
    private readonly users: UsersRepository,
    private readonly accessTokens: AccessTokens,
    private readonly cookie: SessionCookie,
    private readonly signIns: SignInAudit,
    @Inject(ENVIRONMENT) env: Environment,
  ) {
    this.lifetimes = { idle: env.SESSION_IDLE_SECONDS, longest: env.SESSION_SECONDS };
  }

  /** For a user whose password was just checked. @returns undefined when it was changed, or the user disabled, meanwhile */
  async begin(
    user: UserRow,
    request: AuthenticatedRequest,
    proof: SignInProof = 'PASSWORD',
  ): Promise<SignedIn | undefined> {
    const id = uuidv7();
    const token = newRefreshToken();
    const client = clientName(request.headers['user-agent']);
    const goodUntil = await this.database.transaction(async () => {
      const until = await this.sessions.insert({ id, client, proof }, user, this.lifetimes);
      if (until === undefined) return undefined;
      await this.sessions.addToken(refreshTokenHash(token), id);
      await this.signIns.succeeded(user.id, id, proof);
      return until;
    });
    if (goodUntil === undefined) return undefined;
    return this.grant(user, { sessionId: id, subjectId: user.id, token, goodUntil }, request);
  }

  async refresh(request: AuthenticatedRequest): Promise<RefreshSessionResult> {
    requireOwnPage(request.headers);
    const presented = this.cookie.read(request);
    const continued =
      presented === undefined ? undefined : await this.rotation.exchange(presented, 'user', this.lifetimes.idle);
    const user = continued === undefined ? null : await this.users.findById(continued.subjectId);
    if (continued === undefined || user === null) {
      this.cookie.clear(request);
      return new SessionOver();
    }
    return this.grant(user, continued, request);
  }

  async listOf(actor: UserActor, args: PageArgs): Promise<Page<Session>> {
    const { nodes, pageInfo } = await this.sessions.pageOf(actor.id, args);
    return { nodes: nodes.map((row) => shown(row, actor)), pageInfo };
  }

  async end(id: string, actor: UserActor): Promise<SessionsEnded> {
    if (!(await this.sessions.end(id, actor.id, 'SIGNED_OUT'))) throw new NotFoundError('Session');
    return new SessionsEnded(1);
  }

  async signOut(actor: UserActor, request: AuthenticatedRequest): Promise<SessionsEnded> {
    const ended = await this.sessions.end(actor.sessionId, actor.id, 'SIGNED_OUT');
    this.cookie.clear(request);
    return new SessionsEnded(ended ? 1 : 0);
  }

  async signOutEverywhere(actor: UserActor, request: AuthenticatedRequest): Promise<SessionsEnded> {
    const ended = await this.sessions.endAll(actor.id, 'SIGNED_OUT');
    this.cookie.clear(request);
    return new SessionsEnded(ended);
  }

  private async grant(user: UserRow, continued: Continued, request: AuthenticatedRequest): Promise<SignedIn> {
    const { token, expiresAt } = await this.accessTokens.issue({ kind: 'user', id: user.id }, continued.sessionId);
    this.cookie.write(request, continued.token, continued.goodUntil);
    return new SignedIn(token, expiresAt, user);
  }
}

const shown = ({ id, client, createdAt, lastUsedAt, goodUntil }: SessionRow, actor: UserActor): Session => ({
  id,
  client,
  createdAt,
  lastUsedAt,
  goodUntil,
  current: id === actor.sessionId,
});
