import { ExtractJwt, Strategy, type StrategyOptionsWithoutRequest } from 'passport-jwt';

type Done = (error: Error | null, claims?: object) => void;

/** The claims of a good token; undefined for any other. */
type ReadToken = (token: string) => Promise<object | undefined>;

/**
 * passport-jwt extracts the token and runs the flow. Its own verifier (jsonwebtoken) knows no EdDSA, so this one stands
 * in its place: the "key" that the strategy provides is our own reader of tokens, which fixes algorithm, issuer, audience,
 * `typ` and `kid` (docs/adr/0002).
 */
function verifyByReading(token: string, read: ReadToken, _options: unknown, done: Done): void {
  read(token).then(
    (claims) => {
      if (claims === undefined) done(new Error('No access token of ours.'));
      else done(null, claims);
    },
    (error: unknown) => {
      done(error instanceof Error ? error : new Error(String(error)));
    },
  );
}
Object.assign(Strategy, { JwtVerifier: verifyByReading });

/** For a strategy that takes its tokens from the header `Authorization: Bearer …`. */
export const bearerTokenOf = (read: ReadToken): StrategyOptionsWithoutRequest => ({
  jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
  secretOrKeyProvider: (_request: unknown, _token: unknown, done: (error: unknown, key?: string) => void) => {
    // Typed for text keys; handed to verifyByReading as it is.
    done(null, read as unknown as string);
  },
});
