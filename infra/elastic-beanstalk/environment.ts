import { APPLICATION_KEYS } from '../lib/container-environment.ts';
import { type Choices } from './choices.ts';

/** Environment properties, as they would stand in `.env`; what is secret is not among them. */
export const environmentOf = ({ domain, certificate }: Choices): Readonly<Record<string, string>> => ({
  NODE_ENV: 'production',
  HOST: '0.0.0.0',
  PORT: '3000',
  WORKER_PORT: '3001',
  // The load balancer; its security group alone may reach the instance.
  TRUST_PROXY: '1',
  INSTITUTION: domain,
  PASSKEY_RP_ID: domain,
  PASSKEY_ORIGINS: `https://${domain}`,
  DATABASE_CA: 'aws-rds',
  KEY_ENCRYPTION: 'aws-kms',
  AWS_REGION: certificate.split(':')[3] ?? '',
});

/** Settings whose values are in Parameter Store, one parameter each; Elastic Beanstalk reads them when an instance starts. */
export const SECRETS = [
  ...APPLICATION_KEYS,
  // An ARN, and no secret; it differs from account to account.
  'AWS_KMS_KEY_ID',
  // With the owner's password: without Redis the queue is in tables that BullMQ makes itself.
  'DATABASE_URL',
] as const;
