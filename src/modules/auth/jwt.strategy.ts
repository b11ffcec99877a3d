import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { isUuid } from '../../common/ids.js';
import { type TokenSigner } from '../../platform/crypto/token-signer.js';
import { AccessTokens } from './access-tokens.js';
import { type Actor } from './actor.js';
import { UsersRepository } from './users.repository.js';

type Done = (error: Error | null, claims?: object) => void;

/**
 * passport-jwt extracts the token and runs the flow. Its own verifier (jsonwebtoken) knows no EdDSA, so this one stands
 * in its place: the "key" that the strategy provides is our signer, which fixes algorithm, issuer, audience, `typ` and
 * `kid` (docs/adr/0002).
 */
function verifyWithSigner(token: string, signer: TokenSigner, _options: unknown, done: Done): void {
  signer.verify(token).then(
    (verified) => {
      if (verified.ok) done(null, verified.claims);
      else done(new Error(verified.reason));
    },
    (error: unknown) => {
      done(error instanceof Error ? error : new Error(String(error)));
    },
  );
}
Object.assign(Strategy, { JwtVerifier: verifyWithSigner });

@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy, 'jwt') {
  constructor(
    tokens: AccessTokens,
    private readonly users: UsersRepository,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKeyProvider: (_request: unknown, _token: unknown, done: (error: unknown, key?: string) => void) => {
        // Typed for text keys; handed to verifyWithSigner as it is.
        done(null, tokens.signer as unknown as string);
      },
    });
  }

  /** Called with the claims of a good token. @returns the actor, or false when the session is over or the user disabled */
  async validate({ sub, sid }: { readonly sub?: string; readonly sid?: unknown }): Promise<Actor | false> {
    if (sub === undefined || !isUuid(sub) || typeof sid !== 'string' || !isUuid(sid)) return false;
    const user = await this.users.findSignedIn(sub, sid);
    return user !== null && { id: user.id, roles: user.roles, sessionId: sid };
  }
}
