import { createHash, createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { type Environment } from '../../src/config/env.js';
import { LocalKeyEncryption } from '../../src/platform/crypto/key-encryption.js';
import { SigningKey } from '../../src/platform/crypto/signing-key.js';
import { OperatorError } from '../support/operator-error.js';

const MANIFEST = 'manifest.json';
export const ENDS = 'ends.json';

const table = z.object({
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.int(),
  /** Of the file `NAME.copy.gz`. */
  bytes: z.int(),
  sha256: z.hex().length(64),
});

const manifestSchema = z.object({
  format: z.literal('presente-backup-1'),
  /** When the database was as it is in here. */
  madeAt: z.iso.datetime(),
  institution: z.string(),
  postgres: z.string(),
  /** The migrations that had run, in their order. */
  migrations: z.array(z.string()),
  /** The end of the audit: `audit:verify -- --head HASH` finds it. */
  audit: z.object({ sequence: z.string(), hash: z.hex() }),
  /** Names of the keys that this opens with, nothing of the keys themselves. */
  keys: z.object({
    /** Those that wrap the data keys in here. */
    encryption: z.array(z.string()),
    blindIndex: z.string(),
    credential: z.array(z.string()),
    erasureReceipt: z.array(z.string()),
  }),
  /** In an order in which what is referred to comes first. */
  tables: z.array(table),
});

export type Manifest = z.output<typeof manifestSchema>;
export type BackedUpTable = z.output<typeof table>;

export const manifestFile = (folder: string): string => path.join(folder, MANIFEST);
export const tableFile = (folder: string, name: string): string => path.join(folder, `${name}.copy.gz`);

/** @throws OperatorError when the folder holds no whole backup */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(manifestFile(folder), 'utf8').catch(() => undefined);
  if (text === undefined) throw new OperatorError(`${folder} holds no backup: there is no ${MANIFEST} in it.`);
  const read = manifestSchema.safeParse(parsedJson(text));
  if (!read.success) throw new OperatorError(`${manifestFile(folder)} is not the manifest of a backup.`);
  return read.data;
}

/** Undefined when it is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Keys = Pick<Environment, 'KEY_ENCRYPTION_KEY' | 'BLIND_INDEX_KEY' | 'CREDENTIAL_KEY' | 'ERASURE_RECEIPT_KEY'>;

/** What the keys of these settings are called. */
export const namesOfKeys = (settings: Keys) => ({
  encryption: settings.KEY_ENCRYPTION_KEY.map((key) => new LocalKeyEncryption(key).kekId),
  blindIndex: nameOf(settings.BLIND_INDEX_KEY),
  credential: settings.CREDENTIAL_KEY.map((key) => new SigningKey(key).id),
  erasureReceipt: settings.ERASURE_RECEIPT_KEY.map((key) => new SigningKey(key).id),
});

/** Tells nothing of a key of 32 random bytes. */
const nameOf = (key: Buffer): string =>
  createHash('sha256').update(createHmac('sha256', key).update('presente-backup').digest()).digest('hex').slice(0, 16);

/** The settings whose keys are not those of the backup. A key service is asked later, by opening something. */
export function missingKeys({ keys }: Manifest, settings: Keys): string[] {
  const here = namesOfKeys(settings);
  const lacks = (needed: readonly string[], names: readonly string[]) => needed.some((name) => !names.includes(name));
  const local = keys.encryption.filter((name) => name.startsWith('local:'));
  return [
    ...(lacks(local, here.encryption) ? ['KEY_ENCRYPTION_KEY'] : []),
    ...(keys.blindIndex === here.blindIndex ? [] : ['BLIND_INDEX_KEY']),
    ...(lacks(keys.credential, here.credential) ? ['CREDENTIAL_KEY'] : []),
    ...(lacks(keys.erasureReceipt, here.erasureReceipt) ? ['ERASURE_RECEIPT_KEY'] : []),
  ];
}
