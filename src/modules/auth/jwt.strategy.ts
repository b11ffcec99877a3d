import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-jwt';
import { assertNever } from '../../common/assert-never.js';
import { isUuid } from '../../common/ids.js';
import { type AccessClaims, AccessTokens } from './access-tokens.js';
import { type HolderActor, type UserActor } from './actor.js';
import { bearerTokenOf } from './bearer-token.js';
import { SessionsRepository } from './sessions/sessions.repository.js';
import { UsersRepository } from './users.repository.js';

/** Users, and persons on their own page, by the access token of their session. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy, 'jwt') {
  constructor(
    tokens: AccessTokens,
    private readonly users: UsersRepository,
    private readonly sessions: SessionsRepository,
  ) {
    super(bearerTokenOf((token) => tokens.verify(token)));
  }

  /** Called with the claims of a good token. @returns the actor, or false when the session is over or the user disabled */
  async validate({ kind, sub, sid }: AccessClaims): Promise<UserActor | HolderActor | false> {
    if (sub === undefined || !isUuid(sub) || typeof sid !== 'string' || !isUuid(sid)) return false;
    switch (kind) {
      case 'user': {
        const user = await this.users.findSignedIn(sub, sid);
        return user !== null && { kind, id: user.id, roles: user.roles, sessionId: sid };
      }
      case 'holder':
        return (await this.sessions.isHolders(sid, sub)) && { kind, id: sub, sessionId: sid };
      default:
        return assertNever(kind);
    }
  }
}
