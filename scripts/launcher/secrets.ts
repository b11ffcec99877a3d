import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { OperatorError } from '../support/operator-error.js';

const key256 = () => randomBytes(32).toString('base64');
const ed25519Key = () =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');

const makers = {
  KEY_ENCRYPTION_KEY: key256,
  BLIND_INDEX_KEY: key256,
  ACCESS_TOKEN_KEY: ed25519Key,
  CAPTURE_TOKEN_KEY: ed25519Key,
  CREDENTIAL_KEY: ed25519Key,
  ERASURE_RECEIPT_KEY: ed25519Key,
  /** Of the embedded PostgreSQL's superuser; no setting of the API or the worker. */
  DATABASE_PASSWORD: () => randomBytes(24).toString('hex'),
} satisfies Record<string, () => string>;

type SecretName = keyof typeof makers;
export type Secrets = Readonly<Record<SecretName, string>>;

const secretNames = Object.keys(makers) as readonly SecretName[];
export const secretsFile = (dataDir: string): string => path.join(dataDir, 'secrets.env');

const heading =
  '# Made by "npm start". Whoever has these can read what is encrypted in the database; who loses them loses it.\n' +
  '# Keep a copy apart from the backups of the database.\n';

/** New ones, kept nowhere. */
export const freshSecrets = (): Secrets =>
  Object.fromEntries(secretNames.map((name) => [name, makers[name]()])) as Secrets;

/** The secrets of a data folder; what is missing is made and kept, for this user's eyes only. */
export async function ensureSecrets(dataDir: string): Promise<Secrets> {
  const file = secretsFile(dataDir);
  const kept = await readSecrets(dataDir);
  const missing = secretNames.filter((name) => kept[name] === undefined);
  if (missing.includes('DATABASE_PASSWORD') && existsSync(path.join(dataDir, 'postgres'))) {
    throw new OperatorError(
      `${file} is missing or incomplete, but ${dataDir} holds a database that is encrypted with its keys.\n` +
        `Put it back from a copy, or move ${dataDir} away to start anew.`,
    );
  }
  const secrets = { ...freshSecrets(), ...kept };
  if (missing.length > 0)
    await writeWhole(file, heading + secretNames.map((name) => `${name}=${secrets[name]}\n`).join(''));
  await chmod(file, 0o600);
  return secrets;
}

/** What the file of secrets holds now; empty when there is none. */
export async function readSecrets(dataDir: string): Promise<Partial<Secrets>> {
  return parseEnv(await readFile(secretsFile(dataDir), 'utf8').catch(() => ''));
}

/** A crash must leave either the old file or the new one, on the disk. */
async function writeWhole(file: string, text: string): Promise<void> {
  const unfinished = await open(`${file}.new`, 'w', 0o600);
  try {
    await unfinished.writeFile(text);
    await unfinished.sync();
  } finally {
    await unfinished.close();
  }
  await rename(`${file}.new`, file);
}
