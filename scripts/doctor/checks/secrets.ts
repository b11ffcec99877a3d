import { createPrivateKey } from 'node:crypto';
import { statSync } from 'node:fs';
import { isWeakKey, keysOf } from '../../../src/config/weak-secrets.js';
import { failure, type Finding, ok, warning } from '../finding.js';

const symmetric = ['KEY_ENCRYPTION_KEY', 'BLIND_INDEX_KEY'] as const;
const signing = ['ACCESS_TOKEN_KEY', 'CAPTURE_TOKEN_KEY', 'CREDENTIAL_KEY', 'ERASURE_RECEIPT_KEY'] as const;
const commonPasswords =
  /^(|postgres|presente|password|passw0rd|secret|changeme|change-me|example|admin|root|test|12345.*)$/i;

/** @param secrets the values in force: set by the person, else those that `npm start` keeps */
export function checkSecrets(secrets: Readonly<Record<string, string | undefined>>, file: string): Finding[] {
  const names = [...symmetric, ...signing];
  const findings = [
    ...symmetric.filter((name) => isNoKey(secrets[name])).map((name) => weak(name, 'openssl rand -base64 32')),
    ...signing
      .filter((name) => keysOf(secrets[name]).some(isNoSigningKey))
      .map((name) => weak(name, 'openssl genpkey -algorithm ed25519 -outform DER | base64')),
    ...repeated(names, secrets),
    ...password(secrets['DATABASE_URL']),
    ...openFile(file),
  ];
  if (findings.length > 0) return findings;
  return [
    ok(names.some((name) => secrets[name] !== undefined) ? 'strong, each another' : 'are made by the first start'),
  ];
}

const weak = (name: string, command: string) =>
  failure(`${name} is not random, or no key at all`, `Make a new one: ${command}`);

const isNoKey = (setting: string | undefined): boolean => keysOf(setting).some(isWeakKey);

function isNoSigningKey(key: string): boolean {
  try {
    const bytes = Buffer.from(key, 'base64');
    const { asymmetricKeyType } = createPrivateKey({ key: bytes, format: 'der', type: 'pkcs8' });
    return asymmetricKeyType !== 'ed25519' || isWeakKey(key);
  } catch {
    return true;
  }
}

function repeated(names: readonly string[], secrets: Readonly<Record<string, string | undefined>>): Finding[] {
  const twins = names.filter((name, index) => {
    const others = names.slice(0, index).flatMap((other) => keysOf(secrets[other]));
    const own = keysOf(secrets[name]);
    return own.some((key, at) => others.includes(key) || own.indexOf(key) !== at);
  });
  return twins.map((name) =>
    failure(`${name} is the same as another key`, 'Give each its own: one that leaks must not open the others.'),
  );
}

function password(databaseUrl: string | undefined): Finding[] {
  if (databaseUrl === undefined || !URL.canParse(databaseUrl)) return [];
  const { password, hostname } = new URL(databaseUrl);
  if (!commonPasswords.test(decodeURIComponent(password))) return [];
  const found = `the password in DATABASE_URL is one that everybody tries first`;
  const fix = "Give the database's user a random one: openssl rand -hex 24";
  return [hostname === '127.0.0.1' || hostname === 'localhost' ? warning(found, fix) : failure(found, fix)];
}

function openFile(file: string): Finding[] {
  const mode = statSync(file, { throwIfNoEntry: false })?.mode ?? 0;
  return (mode & 0o077) === 0 ? [] : [failure(`others can read ${file}`, `chmod 600 ${file}`)];
}
