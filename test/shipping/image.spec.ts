import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import dockerignore from '@balena/dockerignore';
import { Copy } from 'dockerfile-ast';
import { validate, ValidationSeverity } from 'dockerfile-utils';
import { fromRoot } from '../../src/config/paths.js';
import { readDockerfile } from './dockerfile.js';

interface Container {
  readonly Name: string;
  readonly EntryPoint: string[];
  readonly Command: string[];
  readonly User: string;
  readonly ReadonlyRootFilesystem: boolean;
  readonly PortMappings?: readonly { readonly ContainerPort: number }[];
  readonly HealthCheck?: { readonly Command: string[] };
}

/** Presente's containers in the templates that would be deployed. */
async function containersOfEcs(): Promise<Container[]> {
  const templates: unknown = JSON.parse(await readFile(fromRoot('infra/test/snapshot/prod.json'), 'utf8'));
  const found: Container[] = [];
  JSON.stringify(templates, (_, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'EntryPoint' in value) found.push(value as Container);
    return value;
  });
  return found;
}

describe('the image', async () => {
  const { text, dockerfile, ...image } = await readDockerfile();
  const instructions = dockerfile.getInstructions();
  const stages = dockerfile.getFROMs();
  const copies = instructions.filter((instruction) => instruction instanceof Copy);
  let letIn: (file: string) => boolean;

  before(async () => {
    const rules = dockerignore.default().add(await readFile(fromRoot('.dockerignore'), 'utf8'));
    letIn = (file) => !rules.ignores(file);
  });

  it('has a Dockerfile without a fault', () => {
    const severity = ValidationSeverity.ERROR;
    const settings = {
      ...{ deprecatedMaintainer: severity, directiveCasing: severity, emptyContinuationLine: severity },
      ...{ instructionCasing: severity, instructionCmdMultiple: severity, instructionEntrypointMultiple: severity },
      ...{ instructionHealthcheckMultiple: severity, instructionJSONInSingleQuotes: severity },
    };
    assert.deepEqual(validate(text, settings), []);
    assert.notDeepEqual(validate(`${text}\nCMD x\nMAINTAINER y`, settings), [], 'the tool finds nothing at all');
  });

  it('is built on the Node that everything else runs on, pinned', async () => {
    const lock = JSON.parse(await readFile(fromRoot('package-lock.json'), 'utf8')) as {
      packages: Record<string, { version: string }>;
    };
    const version = lock.packages['node_modules/node']?.version ?? '';
    assert.equal(process.version, `v${version}`);
    const bases = stages.map((from) => from.getImage());
    assert.deepEqual([...new Set(bases)], [`node:${version}-trixie-slim`, 'scratch']);
    assert.match(text, new RegExp(`base\\.name="docker\\.io/library/${bases[0] ?? ''}"`));
  });

  it('holds every program of src/', () => {
    const programs = globSync('src/main.*.ts', { cwd: fromRoot() }).map((file) =>
      path.join('dist', file.replace(/\.ts$/, '.js')),
    );
    assert.deepEqual([...image.entryPoints].toSorted(), programs.toSorted());
  });

  it('is started by ECS as it is made to be', async () => {
    const containers = await containersOfEcs();
    assert.deepEqual(
      containers.map(({ Name }) => Name),
      ['api', 'worker', 'migrate'],
    );
    for (const { Name, EntryPoint, Command, User, ReadonlyRootFilesystem, PortMappings, HealthCheck } of containers) {
      assert.deepEqual(EntryPoint, image.entrypoint, Name);
      assert.ok(image.entryPoints.includes(Command.join(' ')), Name);
      assert.equal(User, image.user, Name);
      assert.equal(ReadonlyRootFilesystem, true, Name);
      for (const { ContainerPort } of PortMappings ?? []) assert.ok(image.ports.includes(String(ContainerPort)), Name);
      const port = Name === 'worker' ? ':3001/' : ':3000/';
      if (HealthCheck) {
        assert.deepEqual(
          HealthCheck.Command,
          image.healthcheck.map((word) => word.replace(':3000/', port)),
        );
      }
    }
  });

  it('needs to be told nothing by who builds it', () => {
    // What the builder knows by itself; `npm run deploy:ecs` gives no argument.
    const told = instructions.filter((instruction) => instruction.getKeyword() === 'ARG');
    assert.deepEqual([...new Set(told.map((argument) => argument.getArgumentsContent()))], ['TARGETARCH']);
  });

  it('runs its program as the first process, without a shell between it and signals', () => {
    assert.deepEqual(image.entrypoint, ['node', '--enable-source-maps']);
    assert.deepEqual(image.command, ['dist/src/main.api.js']);
    assert.doesNotMatch(image.healthcheck.join(' '), /\b(sh|curl|wget)\b/);
  });

  it('is built of files that .dockerignore lets in', () => {
    const sources = copies
      .filter((copy) => copy.getFlags().every((flag) => flag.getName() !== 'from'))
      .flatMap((copy) => copy.getArguments().slice(0, -1).map(String));
    assert.ok(sources.length > 8);
    const files = sources.flatMap((source) => {
      const within = globSync(`${source}/**/*.{ts,tsx,json,html}`, { cwd: fromRoot() });
      return within.length === 0 ? [source] : within.filter((file) => !/node_modules|\.spec\.ts$|\/dist\//.test(file));
    });
    assert.deepEqual(
      files.filter((file) => !letIn(file)),
      [],
    );
  });

  for (const file of [
    ...['.env', '.env.example', 'web/.env', 'src/.env.local', '.git/config', '.data/secrets.env', '.npmrc.local'],
    ...[
      'node_modules/x/index.js',
      'web/node_modules/x/index.js',
      'dist/src/main.api.js',
      'models/arcface/fr_pose.onnx',
    ],
    ...[
      'report/picture.png',
      'src/config/env.spec.ts',
      'test/e2e/demo.spec.ts',
      'infra/app.ts',
      'scripts/demo/main.ts',
    ],
    ...['docs/api.md', 'grafana/dashboards/x.json', 'sign-in.json', 'ca.key'],
  ]) {
    it(`never sees ${file}`, () => {
      assert.ok(!letIn(file));
    });
  }
});
