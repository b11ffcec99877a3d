import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-jwt';
import { isUuid } from '../../common/ids.js';
import { AccessTokens } from './access-tokens.js';
import { type UserActor } from './actor.js';
import { bearerTokenOf } from './bearer-token.js';
import { UsersRepository } from './users.repository.js';

/** Users, by the access token of their session. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy, 'jwt') {
  constructor(
    tokens: AccessTokens,
    private readonly users: UsersRepository,
  ) {
    super(bearerTokenOf(tokens.signer));
  }

  /** Called with the claims of a good token. @returns the actor, or false when the session is over or the user disabled */
  async validate({ sub, sid }: { readonly sub?: string; readonly sid?: unknown }): Promise<UserActor | false> {
    if (sub === undefined || !isUuid(sub) || typeof sid !== 'string' || !isUuid(sid)) return false;
    const user = await this.users.findSignedIn(sub, sid);
    return user !== null && { kind: 'user', id: user.id, roles: user.roles, sessionId: sid };
  }
}
