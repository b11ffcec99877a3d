import { names } from './names.ts';
import { PORTS } from './arrows.ts';
import { type Settings } from './settings.ts';

/** Secrets that only Presente itself knows; their shapes are in .env.example. */
export const APPLICATION_KEYS = [
  'BLIND_INDEX_KEY',
  'ACCESS_TOKEN_KEY',
  'CAPTURE_TOKEN_KEY',
  'CREDENTIAL_KEY',
  'ERASURE_RECEIPT_KEY',
] as const;

/** The role of the database that the API and the worker sign in as; docs/runbooks/audit.md says what it may not. */
export const DATABASE_ROLE = 'presente_app';
export const DATABASE_OWNER = 'presente_owner';
export const DATABASE_NAME = 'presente';

interface Addresses {
  readonly databaseHost: string;
  readonly keyEncryptionKeyArn: string;
}

export const databaseUrl = (role: string, host: string): string =>
  `postgres://${role}@${host}:${PORTS.postgres}/${DATABASE_NAME}`;

/** What the API and the worker are told that is no secret; src/config/env.ts says what each means. */
export function containerEnvironment(settings: Settings, addresses: Addresses): Record<string, string> {
  const { domain, region, worker } = settings;
  return {
    NODE_ENV: 'production',
    HOST: '0.0.0.0',
    PORT: String(PORTS.api),
    WORKER_PORT: String(PORTS.worker),
    // The load balancer, and nobody else can reach a task.
    TRUST_PROXY: '1',
    INSTITUTION: domain,
    PASSKEY_RP_ID: domain,
    PASSKEY_ORIGINS: `https://${domain}`,
    DATABASE_URL: databaseUrl(DATABASE_ROLE, addresses.databaseHost),
    DATABASE_AUTH: 'aws-iam',
    DATABASE_CA: 'aws-rds',
    KEY_ENCRYPTION: 'aws-kms',
    AWS_KMS_KEY_ID: addresses.keyEncryptionKeyArn,
    AWS_REGION: region,
    FACE_THREADS: String(Math.max(1, Math.floor(worker.cpu / 1_024))),
    METRICS_NAMESPACE: names(settings).metrics,
  };
}
