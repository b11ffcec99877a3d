import { type TokenSigner } from '../../platform/crypto/token-signer.js';
import { type SessionKind, type SessionSubject } from './sessions/session-subject.js';

export interface AccessToken {
  readonly token: string;
  readonly expiresAt: Date;
}

/** What a good access token says; whether its session lives is for the database to say. */
export interface AccessClaims {
  readonly kind: SessionKind;
  readonly sub?: string;
  readonly sid?: unknown;
}

/** Proves for some minutes that somebody signed in. Roles are read from the row at every call, not from the token. */
export class AccessTokens {
  /** @param signers a kind of token for each kind of subject: none is ever taken for the other */
  constructor(
    private readonly signers: Readonly<Record<SessionKind, TokenSigner>>,
    private readonly lifetimeSeconds: number,
  ) {}

  /** @param sessionId which must live for the token to be good */
  async issue({ kind, id }: SessionSubject, sessionId: string): Promise<AccessToken> {
    const now = new Date();
    const expiresAt = new Date(now.getTime() + this.lifetimeSeconds * 1_000);
    return { token: await this.signers[kind].sign({ sub: id, sid: sessionId }, now, expiresAt), expiresAt };
  }

  /** Undefined when it is no access token of ours, of any kind, or has expired. */
  async verify(token: string): Promise<AccessClaims | undefined> {
    for (const kind of ['user', 'holder'] as const) {
      const verified = await this.signers[kind].verify(token);
      if (verified.ok) return { ...verified.claims, kind };
    }
    return undefined;
  }
}
