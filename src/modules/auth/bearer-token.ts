import { ExtractJwt, Strategy, type StrategyOptionsWithoutRequest } from 'passport-jwt';
import { type TokenSigner } from '../../platform/crypto/token-signer.js';

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

/** For a strategy that takes the tokens of one signer from the header `Authorization: Bearer …`. */
export const bearerTokenOf = (signer: TokenSigner): StrategyOptionsWithoutRequest => ({
  jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
  secretOrKeyProvider: (_request: unknown, _token: unknown, done: (error: unknown, key?: string) => void) => {
    // Typed for text keys; handed to verifyWithSigner as it is.
    done(null, signer as unknown as string);
  },
});
