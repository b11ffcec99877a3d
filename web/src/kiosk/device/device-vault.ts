import { del, get, set } from 'idb-keyval';

/** What makes this browser a kiosk. The private half of the key can be used here, and read by nobody. */
export interface Pairing {
  readonly deviceId: string;
  readonly checkpointId: string;
  /** What `aud` of its assertions must be. */
  readonly audience: string;
  readonly key: CryptoKeyPair;
}

const NAME = 'presente.pairing';

export const readPairing = (): Promise<Pairing | undefined> => get<Pairing>(NAME);
export const keepPairing = (pairing: Pairing): Promise<void> => set(NAME, pairing);
export const forgetPairing = (): Promise<void> => del(NAME);

/** P-256, which WebCrypto has everywhere. */
export const makeKey = (): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
