import { splitList } from './split-list.js';

type Secrets = Readonly<Record<string, string | undefined>>;

/** The keys that are settings, some of them lists; each has one purpose. */
const KEYS = [
  'KEY_ENCRYPTION_KEY',
  'BLIND_INDEX_KEY',
  'ACCESS_TOKEN_KEY',
  'CAPTURE_TOKEN_KEY',
  'CREDENTIAL_KEY',
  'ERASURE_RECEIPT_KEY',
];

/** Of 32 random bytes about 30 differ; fewer than this many come from a person or an example. */
const LEAST_DIFFERENT_BYTES = 20;

/** A setting may hold several keys, with commas between. */
export const keysOf = (setting: string | undefined): string[] => (setting === undefined ? [] : splitList(setting));

/** The 32 secret bytes of a key: the whole of a symmetric one, the end of an Ed25519 one in PKCS#8. */
const secretOf = (key: string): Buffer => Buffer.from(key, 'base64').subarray(-32);

/** True when the bytes of a base64 key are all the same, repeat, or spell something. */
export const isWeakKey = (key: string): boolean => new Set(secretOf(key)).size < LEAST_DIFFERENT_BYTES;

/** A line for each key that is weak or stands in for another; never its value. */
export function weakSecrets(secrets: Secrets): string[] {
  const given = KEYS.flatMap((name) =>
    keysOf(secrets[name]).map((key) => ({ name, key, secret: secretOf(key).toString('base64') })),
  );
  return given.flatMap(({ name, key, secret }, index) => {
    const twin = given.slice(0, index).find((other) => other.secret === secret);
    if (isWeakKey(key)) return [`${name}: is not random (openssl rand -base64 32, or openssl genpkey)`];
    return twin === undefined ? [] : [`${name}: is the same key as ${twin.name}; each purpose needs its own`];
  });
}
