import { type JWTPayload, SignJWT } from 'jose';
import { Kiosk } from '../../scripts/client/kiosk.js';

/** A token whose header brings the key that it was signed with. */
export async function withOwnKey(claims: JWTPayload, header: object): Promise<string> {
  const { privateKey, publicKey } = await Kiosk.makeKey();
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', publicKey);
  const jwk = { kty: kty ?? '', crv: crv ?? '', x: x ?? '', y: y ?? '' };
  return new SignJWT(claims).setProtectedHeader({ ...header, alg: 'ES256', jwk }).sign(privateKey);
}
