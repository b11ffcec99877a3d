import { type KeyObject } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, SignJWT } from 'jose';
import { SigningKey } from '../../src/platform/crypto/signing-key.js';
import { type Target } from './target.js';

/** The same QR, changed and signed anew. */
export function resigned(qr: string, key: KeyObject, changed: Record<string, unknown> = {}): Promise<string> {
  const { alg, kid, typ } = decodeProtectedHeader(qr);
  return new SignJWT({ ...decodeJwt(qr), ...changed })
    .setProtectedHeader({ alg: alg ?? '', kid: kid ?? '', typ: typ ?? '' })
    .sign(key);
}

/** A private key of the server: nobody has it, but a mistake elsewhere may sign with it. */
export const keyOf = ({ environment }: Target, name: string): KeyObject =>
  new SigningKey(environment[name] ?? '').privateKey;
