import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { assertNever } from '../../common/assert-never.js';
import { isUuid } from '../../common/ids.js';
import { type AccessClaims, AccessTokens } from './access-tokens.js';
import { type Actor } from './actor.js';
import { SessionsRepository } from './sessions/sessions.repository.js';
import { UsersRepository } from './users.repository.js';

type Done = (error: Error | null, claims?: object) => void;

/**
 * passport-jwt extracts the token and runs the flow. Its own verifier (jsonwebtoken) knows no EdDSA, so this one stands
 * in its place: the "key" that the strategy provides is our own reader of tokens, which fixes algorithm, issuer, audience, `typ` and
 * `kid` (docs/adr/0002).
 */
function verifyWithTokens(token: string, tokens: AccessTokens, _options: unknown, done: Done): void {
  tokens.verify(token).then(
    (claims) => {
      if (claims === undefined) done(new Error('No access token of ours.'));
      else done(null, claims);
    },
    (error: unknown) => {
      done(error instanceof Error ? error : new Error(String(error)));
    },
  );
}
Object.assign(Strategy, { JwtVerifier: verifyWithTokens });

@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy, 'jwt') {
  constructor(
    tokens: AccessTokens,
    private readonly users: UsersRepository,
    private readonly sessions: SessionsRepository,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKeyProvider: (_request: unknown, _token: unknown, done: (error: unknown, key?: string) => void) => {
        // Typed for text keys; handed to verifyWithTokens as it is.
        done(null, tokens as unknown as string);
      },
    });
  }

  /** Called with the claims of a good token. @returns the actor, or false when the session is over or the user disabled */
  async validate({ kind, sub, sid }: AccessClaims): Promise<Actor | false> {
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
