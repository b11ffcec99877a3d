import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startAws, type StandInAws } from './stand-in-aws.ts';

const main = path.resolve(import.meta.dirname, '../deploy/main.ts');

describe('the deployment to ECS', () => {
  let scratch: string;
  let aws: StandInAws;
  const docker = () => readFileSync(path.join(scratch, 'docker.log'), 'utf8').trim().split('\n').filter(Boolean);

  before(async () => {
    scratch = mkdtempSync(path.join(os.tmpdir(), 'presente-deploy-'));
    // What is asked of it, and what it gets to read; it builds nothing.
    writeFileSync(
      path.join(scratch, 'docker'),
      `#!/bin/sh\necho "$*" >> ${scratch}/docker.log\n[ "$1" = login ] && cat >> ${scratch}/password.log\ntest ! -e ${scratch}/broken\n`,
    );
    chmodSync(path.join(scratch, 'docker'), 0o755);
    aws = await startAws();
  });
  after(async () => {
    await aws.stop();
    rmSync(scratch, { recursive: true });
  });

  /** Runs the command as a person would, against an AWS that goes as `course` says. */
  async function run(args: readonly string[], course: Parameters<StandInAws['begin']>[0] = {}) {
    aws.begin(course);
    for (const name of ['docker.log', 'password.log']) writeFileSync(path.join(scratch, name), '');
    const env = {
      PATH: `${scratch}:/usr/bin:/bin`,
      HOME: scratch,
      ...{ AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'example' },
    };
    const child = spawn(process.execPath, [main, ...args, '--endpoint', aws.url, '--pause', '1'], { env });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
    const [status] = (await once(child, 'close')) as [number];
    return { status, output };
  }

  it('builds, pushes, migrates, rolls workers, then the API, and notes the image', async () => {
    const { status, output } = await run(['--stage', 'prod', '--tag', 'abc123']);
    assert.equal(status, 0, output);
    const registry = '111111111111.dkr.ecr.eu-west-1.amazonaws.com';
    assert.deepEqual(docker(), [
      `login --username AWS --password-stdin ${registry}`,
      `build --platform linux/arm64 --file docker/Dockerfile --tag ${registry}/presente-prod:abc123 .`,
      `push ${registry}/presente-prod:abc123`,
      'pull --platform linux/arm64 public.ecr.aws/aws-observability/aws-otel-collector:v0.43.3',
      `tag public.ecr.aws/aws-observability/aws-otel-collector:v0.43.3 ${registry}/presente-prod-collector:v0.43.3`,
      `push ${registry}/presente-prod-collector:v0.43.3`,
    ]);
    assert.deepEqual(aws.changes(), [
      'register presente-prod-migrate',
      'run presente-prod-migrate:8',
      'register presente-prod-worker',
      'worker → presente-prod-worker:8',
      'register presente-prod-api',
      'api → presente-prod-api:8',
      `/presente/prod/image = sha256:${'ab'.repeat(32)}`,
    ]);
  });

  it('changes in a task the image of Presente, and nothing else', async () => {
    await run(['--stage', 'prod', '--tag', 'abc123']);
    for (const { before: was, registered } of aws.revisions()) {
      const image = `111111111111.dkr.ecr.eu-west-1.amazonaws.com/presente-prod@sha256:${'ab'.repeat(32)}`;
      const containers = was.containerDefinitions.map((container) =>
        container.name === 'collector' ? container : { ...container, image },
      );
      const { taskDefinitionArn: _, revision: _revision, status: _status, ...rest } = was;
      assert.deepEqual(registered, { ...rest, containerDefinitions: containers });
    }
  });

  it('gives the password of the registry to docker alone', async () => {
    const { output } = await run(['--stage', 'prod', '--tag', 'abc123']);
    assert.equal(readFileSync(path.join(scratch, 'password.log'), 'utf8'), 'registry-word');
    assert.doesNotMatch(output + docker().join(), /registry-word/);
  });

  it('builds nothing that is there: an older tag is the way back', async () => {
    const { status } = await run(['--stage', 'prod', '--tag', 'abc123'], { there: true });
    assert.equal(status, 0);
    assert.deepEqual(
      docker().map((line) => line.split(' ')[0]),
      ['login'],
    );
    assert.ok(aws.changes().includes('api → presente-prod-api:8'));
  });

  it('does nothing more when the image can’t be built', async () => {
    writeFileSync(path.join(scratch, 'broken'), '');
    try {
      const { status, output } = await run(['--stage', 'prod', '--tag', 'abc123']);
      assert.equal(status, 1);
      assert.match(output, /docker login ended with 1/);
      assert.deepEqual(aws.changes(), []);
    } finally {
      rmSync(path.join(scratch, 'broken'));
    }
  });

  for (const [what, course, said] of [
    ['fails', { migration: 3 }, /ended with 3/],
    ['does not start', { migration: 'CannotPullContainerError' }, /CannotPullContainerError/],
    ['does not end', { migration: 'never' }, /has not ended/],
  ] as const) {
    it(`touches no service when the migration ${what}`, async () => {
      const { status, output } = await run(['--stage', 'prod', '--tag', 'abc123'], course);
      assert.equal(status, 1);
      assert.match(output, said);
      assert.deepEqual(aws.changes(), ['register presente-prod-migrate', 'run presente-prod-migrate:8']);
    });
  }

  const workerBack = 'worker → presente-prod-worker:7';
  const apiBack = 'api → presente-prod-api:7';
  for (const [what, course, said, back] of [
    ['workers do not come up', { worker: 'FAILED' }, /new worker did not come up: tasks failed to start/, [workerBack]],
    ['the API does not come up', { api: 'FAILED' }, /new api did not come up/, [apiBack, workerBack]],
    ['ECS went back by itself', { api: 'went back' }, /new api did not come up: ECS went back/, [apiBack, workerBack]],
    ['it takes too long', { api: 'never' }, /new api is not ready in time/, [apiBack, workerBack]],
  ] as const) {
    it(`puts back what ran when ${what}, last first, and notes no image`, async () => {
      const { status, output } = await run(['--stage', 'prod', '--tag', 'abc123'], course);
      assert.equal(status, 1);
      assert.match(output, said);
      assert.deepEqual(aws.changes().slice(-back.length), back);
      assert.ok(aws.changes().every((change) => !change.includes(' = ')));
    });
  }

  it('says so when something can’t be put back', async () => {
    const { status, output } = await run(['--stage', 'prod', '--tag', 'abc123'], { api: 'FAILED', stuck: true });
    assert.equal(status, 1);
    assert.match(output, /did not come up[^]*api could not be put back to .*presente-prod-api:7: do it by hand/);
  });

  it('prints in a rehearsal every call that it would make, in order, and makes none', async () => {
    await run(['--stage', 'prod', '--tag', 'abc123']);
    const real = [...aws.calls()];
    const built = docker();
    const { status, output } = await run(['--stage', 'prod', '--tag', 'abc123', '--dry-run']);
    assert.equal(status, 0, output);
    assert.deepEqual([aws.calls(), docker()], [[], []]);
    const lines = output.split('\n');
    const printed = lines.filter((line) => line.startsWith('aws ')).map((line) => line.split(' ')[2]);
    // The stand-in lets a rollout take two questions, the rehearsal one.
    const once = (calls: readonly (string | undefined)[]) => calls.filter((call, index) => call !== calls[index - 1]);
    assert.deepEqual(once(printed), once(real));
    assert.deepEqual(
      lines.filter((line) => line.startsWith('docker ')).map((line) => line.split(' ')[1]),
      built.map((line) => line.split(' ')[0]),
    );
  });

  it('makes the keys of the application once, and shows none', async () => {
    const { status, output } = await run(['keys', '--stage', 'prod']);
    assert.equal(status, 0, output);
    const keys = JSON.parse(aws.secret() ?? '{}') as Record<string, string>;
    assert.deepEqual(Object.keys(keys), [
      'BLIND_INDEX_KEY',
      'ACCESS_TOKEN_KEY',
      'CAPTURE_TOKEN_KEY',
      'CREDENTIAL_KEY',
      'ERASURE_RECEIPT_KEY',
    ]);
    for (const [name, key] of Object.entries(keys)) {
      assert.equal(Buffer.from(key, 'base64').length, name === 'BLIND_INDEX_KEY' ? 32 : 48, name);
      assert.ok(!output.includes(key));
    }
    const again = await run(['keys', '--stage', 'prod'], { keys: true });
    assert.equal(again.status, 1);
    assert.equal(aws.secret(), undefined);
  });

  for (const args of [[], ['--stage', 'test'], ['everything', '--stage', 'dev'], ['--stage', 'dev', '--force']]) {
    it(`does nothing when it is called: ${args.join(' ') || 'without a stage'}`, async () => {
      const { status } = await run(args);
      assert.notEqual(status, 0);
      assert.deepEqual(aws.calls(), []);
    });
  }
});
