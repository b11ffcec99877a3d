import { createPublicKey, type KeyObject } from 'node:crypto';

/** A public key as a device gives it (RFC 7517), without anything else that a JWK may hold. */
export type DeviceKey =
  | { readonly kty: 'EC'; readonly crv: 'P-256'; readonly x: string; readonly y: string }
  | { readonly kty: 'OKP'; readonly crv: 'Ed25519'; readonly x: string };

export interface GivenKey {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly y?: string | null;
}

/** The one algorithm of JWS that goes with a key: what a token's header names is compared with it, never followed. */
export const algorithmOf = ({ crv }: DeviceKey): 'ES256' | 'EdDSA' => (crv === 'P-256' ? 'ES256' : 'EdDSA');

export const publicKeyOf = (key: DeviceKey): KeyObject => createPublicKey({ key: { ...key }, format: 'jwk' });

/** @returns undefined when it is of another kind, or no point of its curve */
export function deviceKeyOf(given: GivenKey): DeviceKey | undefined {
  const key = ofKnownKind(given);
  return key !== undefined && isReadable(key) ? key : undefined;
}

function ofKnownKind({ kty, crv, x, y }: GivenKey): DeviceKey | undefined {
  if (kty === 'EC' && crv === 'P-256' && typeof y === 'string') return { kty, crv, x, y };
  return kty === 'OKP' && crv === 'Ed25519' && (y === undefined || y === null) ? { kty, crv, x } : undefined;
}

function isReadable(key: DeviceKey): boolean {
  try {
    publicKeyOf(key);
    return true;
  } catch {
    return false;
  }
}
