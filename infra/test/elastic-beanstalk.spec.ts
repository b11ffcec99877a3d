import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { parse } from 'yaml';
import { environmentOf, SECRETS } from '../elastic-beanstalk/environment.ts';
import { type Json } from '../generated/templates.ts';
import { containerEnvironment } from '../lib/container-environment.ts';
import { settingsOf } from '../lib/settings.ts';
import { environmentSchema, readEnvironment } from './environment-schema.ts';

const infra = path.resolve(import.meta.dirname, '..');
const IMAGE = `222222222222.dkr.ecr.us-east-1.amazonaws.com/presente-prod@sha256:${'ab'.repeat(32)}`;
const CHOICES = [
  ...['--image', IMAGE, '--domain', 'door.uni.example'],
  ...['--certificate', 'arn:aws:acm:us-east-1:222222222222:certificate/11111111-2222-3333-4444-555555555555'],
  ...['--parameters', 'arn:aws:ssm:us-east-1:222222222222:parameter/presente/prod'],
];

const run = (...args: string[]) =>
  spawnSync(process.execPath, [path.join(infra, 'elastic-beanstalk/main.ts'), ...args], { encoding: 'utf8' });

describe('the bundle for Elastic Beanstalk', () => {
  let scratch: string;
  let files: ReadonlyMap<string, string>;
  const file = (name: string) => path.join(scratch, name);
  const yaml = (name: string): Json => parse(files.get(name) ?? '') as Json;
  const options = (name: string) =>
    yaml(name)['option_settings'] as Readonly<Record<string, Readonly<Record<string, string>>>>;

  before(() => {
    scratch = mkdtempSync(path.join(os.tmpdir(), 'presente-eb-'));
    const { status, stdout, stderr } = run('--bundle', ...CHOICES, '--out', file('bundle.zip'));
    assert.equal(status, 0, stderr);
    assert.doesNotMatch(stdout, /not to be deployed/);
    const entries = unzipSync(readFileSync(file('bundle.zip')));
    files = new Map(Object.entries(entries).map(([name, bytes]) => [name, strFromU8(bytes)]));
  });
  after(() => {
    rmSync(scratch, { recursive: true });
  });

  it('holds what the platform looks for, and nothing else', () => {
    assert.deepEqual([...files.keys()].toSorted(), [
      '.ebextensions/01-environment.config',
      '.ebextensions/02-https.config',
      '.ebextensions/03-health.config',
      '.ebextensions/04-logs.config',
      '.ebextensions/05-instances.config',
      '.platform/hooks/postdeploy/01-ready.sh',
      'docker-compose.yml',
    ]);
  });

  it('is the same for the same choices', () => {
    assert.equal(run('--bundle', ...CHOICES, '--out', file('again.zip')).status, 0);
    assert.ok(readFileSync(file('again.zip')).equals(readFileSync(file('bundle.zip'))));
  });

  it('has no secret: names of parameters, and settings that anybody may read', () => {
    const { 'aws:elasticbeanstalk:application:environmentsecrets': secrets = {} } = options(
      '.ebextensions/01-environment.config',
    );
    assert.deepEqual(Object.keys(secrets), [...SECRETS]);
    for (const [name, arn] of Object.entries(secrets))
      assert.equal(arn, `arn:aws:ssm:us-east-1:222222222222:parameter/presente/prod/${name}`);
    for (const text of files.values())
      assert.doesNotMatch(text, /PRIVATE KEY|AKIA[0-9A-Z]{16}|:\/\/[^/\s:@]+:[^/\s@]+@|[A-Za-z0-9+/]{43}=/);
  });

  it('runs the image of the registry by its digest: the migration first, then the two', () => {
    const { services } = yaml('docker-compose.yml') as { services: Readonly<Record<string, Json>> };
    assert.deepEqual(Object.keys(services), ['migrate', 'api', 'worker']);
    for (const [name, service] of Object.entries(services)) {
      assert.deepEqual(
        [service['image'], service['read_only'], service['user'], service['env_file'], service['build']],
        [IMAGE, true, '1000:1000', '.env', undefined],
        name,
      );
      if (name !== 'migrate')
        assert.deepEqual(service['depends_on'], { migrate: { condition: 'service_completed_successfully' } });
    }
    assert.deepEqual([services['api']?.['ports'], services['worker']?.['ports']], [['80:3000'], undefined]);
  });

  it('gives an environment that the program starts with', () => {
    const { 'aws:elasticbeanstalk:application:environment': environment = {} } = options(
      '.ebextensions/01-environment.config',
    );
    const settings = readEnvironment({ ...environment, ...secretsLike() });
    assert.deepEqual([settings.NODE_ENV, settings.PORT, settings.KEY_ENCRYPTION], ['production', 3000, 'aws-kms']);
    const known = new Set([...Object.keys(environmentSchema.shape), 'AWS_REGION']);
    assert.deepEqual(
      [...Object.keys(environment), ...SECRETS].filter((name) => !known.has(name)),
      [],
    );
  });

  it('lets people in by HTTPS alone, and shows the metrics to nobody', () => {
    const https = options('.ebextensions/02-https.config');
    assert.match(https['aws:elbv2:listener:443']?.['SSLCertificateArns'] ?? '', /^arn:aws:acm:us-east-1:/);
    const { Resources } = yaml('.ebextensions/02-https.config') as { Resources: Readonly<Record<string, Json>> };
    assert.match(JSON.stringify(Resources['AWSEBV2LoadBalancerListener']), /"StatusCode":"HTTP_301"/);
    assert.match(JSON.stringify(Resources['MetricsAreNotForEverybody']), /"\/metrics".*"404"/);
  });

  it('keeps the instances that work when the new ones do not come up, and logs for a month', () => {
    assert.equal(
      options('.ebextensions/03-health.config')['aws:elasticbeanstalk:command']?.['DeploymentPolicy'],
      'Immutable',
    );
    assert.equal(
      options('.ebextensions/04-logs.config')['aws:elasticbeanstalk:cloudwatch:logs']?.['RetentionInDays'],
      '30',
    );
  });

  it('has a hook that a shell can read, and may run', () => {
    execFileSync('bash', ['-n'], { input: files.get('.platform/hooks/postdeploy/01-ready.sh') });
    // The central directory has the rights of each file; a name follows 46 bytes after the signature.
    const bytes = readFileSync(file('bundle.zip'));
    const at = bytes.lastIndexOf('.platform/hooks/postdeploy/01-ready.sh') - 46;
    assert.equal(bytes.readUInt32LE(at), 0x02_01_4b_50);
    assert.equal(bytes.readUInt32LE(at + 38) >>> 16, 0o100_755);
  });

  for (const [what, args] of [
    ['without --bundle', []],
    ['with an image by tag', ['--bundle', '--image', 'registry.example/presente:latest']],
    ['with a certificate that is none', ['--bundle', '--certificate', 'mine']],
    ['with an option that nobody knows', ['--bundle', '--force']],
  ] as const) {
    it(`is not made ${what}`, () => {
      const { status, stderr } = run(...args);
      assert.equal(status, 2);
      assert.match(stderr, /deploy:eb/);
    });
  }

  it('says when it was made of examples', () => {
    const { stdout } = run('--bundle', '--out', file('example.zip'));
    assert.match(stdout, /examples for --image, --domain, --certificate, --parameters: not to be deployed/);
    assert.ok(statSync(file('example.zip')).size < 20_000);
  });
});

const KMS_KEY = 'arn:aws:kms:us-east-1:222222222222:key/1234abcd-12ab-34cd-56ef-1234567890ab';

/** Of the right shapes. */
function secretsLike(): Record<string, string> {
  const ed25519 = () =>
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');
  return {
    BLIND_INDEX_KEY: randomBytes(32).toString('base64'),
    ACCESS_TOKEN_KEY: ed25519(),
    CAPTURE_TOKEN_KEY: ed25519(),
    CREDENTIAL_KEY: ed25519(),
    ERASURE_RECEIPT_KEY: ed25519(),
    AWS_KMS_KEY_ID: KMS_KEY,
    DATABASE_URL: 'postgres://presente_owner@database.example:5432/presente',
  };
}

describe('the environments of the two deployments', () => {
  const choices = {
    image: IMAGE,
    domain: 'door.uni.example',
    certificate: 'arn:aws:acm:us-east-1',
    parameters: '',
    out: '',
  };
  const addresses = { databaseHost: 'database.example', keyEncryptionKeyArn: KMS_KEY };

  for (const stage of ['dev', 'prod'] as const) {
    it(`let the program start on ECS, in ${stage}`, () => {
      const environment = containerEnvironment(
        settingsOf(stage, () => undefined),
        addresses,
      );
      const settings = readEnvironment({
        ...secretsLike(),
        ...environment,
        REDIS_URL: 'rediss://:word@redis.example:6379',
      });
      assert.deepEqual([settings.DATABASE_AUTH, settings.METRICS_NAMESPACE], ['aws-iam', `Presente/${stage}`]);
    });
  }

  it('differ where the two do: Redis, tokens, and figures for scaling', () => {
    const ecs = Object.keys(
      containerEnvironment(
        settingsOf('prod', () => undefined),
        addresses,
      ),
    );
    const eb = [...Object.keys(environmentOf(choices)), ...SECRETS];
    assert.deepEqual(
      ecs.filter((name) => !eb.includes(name)),
      ['DATABASE_AUTH', 'FACE_THREADS', 'METRICS_NAMESPACE'],
    );
    assert.deepEqual(
      eb.filter((name) => !ecs.includes(name) && !name.endsWith('_KEY')),
      [],
    );
  });
});
