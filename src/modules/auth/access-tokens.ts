import { type TokenSigner } from '../../platform/crypto/token-signer.js';

export interface AccessToken {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Proves for some minutes that somebody signed in. Roles are read from the row at every call, not from the token. */
export class AccessTokens {
  constructor(
    readonly signer: TokenSigner,
    private readonly lifetimeSeconds: number,
  ) {}

  /** @param sessionId which must live for the token to be good */
  async issue(userId: string, sessionId: string): Promise<AccessToken> {
    const now = new Date();
    const expiresAt = new Date(now.getTime() + this.lifetimeSeconds * 1_000);
    return { token: await this.signer.sign({ sub: userId, sid: sessionId }, now, expiresAt), expiresAt };
  }
}
