import { createHmac, type KeyObject } from 'node:crypto';
import {
  createRemoteJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  importJWK,
  type JWK,
  jwtVerify,
  type JWTPayload,
} from 'jose';

/** How others have verified tokens, and were broken: put in our verifier's place to see that the attacks on it are real. */

interface Keys {
  get(id: string): { readonly publicKey: KeyObject } | undefined;
}
type Options = NonNullable<Parameters<typeof jwtVerify>[2]>;
type Verified = Promise<{ readonly payload: JWTPayload }>;

/** Looks at no signature. */
export const believeAll = (token: string): Verified => Promise.resolve({ payload: decodeJwt(token) });

/** Takes the signature's absence for a choice (CVE-2015-9235). */
export const believeNone = (token: string, keys: Keys, options: Options): Verified =>
  decodeProtectedHeader(token).alg === 'none' ? believeAll(token) : verifyWith(token, keys, options);

/** Takes a public key for a secret when the token says HS256 (CVE-2016-5431). */
export async function believeAlgorithm(token: string, keys: Keys, options: Options): Verified {
  const { alg, kid = '' } = decodeProtectedHeader(token);
  if (alg !== 'HS256') return verifyWith(token, keys, options);
  const [header = '', payload = '', signature] = token.split('.');
  const secret = Buffer.from(String(keys.get(kid)?.publicKey.export({ format: 'jwk' }).x), 'base64url');
  const right = createHmac('sha256', secret).update(`${header}.${payload}`).digest('base64url');
  if (signature !== right) throw new Error('no such signature');
  return believeAll(token);
}

/** Takes the key that the token brings along, or says where to fetch (CVE-2018-0114). */
export async function believeHeaderKeys(token: string, keys: Keys, options: Options): Verified {
  const { jwk, jku } = decodeProtectedHeader(token);
  if (jwk !== undefined) return jwtVerify(token, await importJWK(jwk as JWK, 'EdDSA'), options);
  if (jku !== undefined) return jwtVerify(token, createRemoteJWKSet(new URL(jku)), options);
  return verifyWith(token, keys, options);
}

async function verifyWith(token: string, keys: Keys, options: Options): Verified {
  const key = keys.get(decodeProtectedHeader(token).kid ?? '');
  if (key === undefined) throw new Error('no such key');
  return jwtVerify(token, key.publicKey, options);
}
