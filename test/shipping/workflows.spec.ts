import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { parse } from 'yaml';
import { z } from 'zod';
import { fromRoot } from '../../src/config/paths.js';

// GitHub's own checker imports JSON as bundlers do.
registerHooks({
  load: (url, context, next) =>
    next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
});

const permissions = z.record(z.string(), z.enum(['read', 'write']));
const step = z.looseObject({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.looseObject({}).optional(),
});
const job = z.looseObject({
  permissions,
  'timeout-minutes': z.number().optional(),
  environment: z.string().optional(),
  uses: z.string().optional(),
  if: z.string().optional(),
  needs: z.string().optional(),
  steps: z.array(step).default([]),
});
const workflow = z.looseObject({
  permissions: z.strictObject({}),
  concurrency: z.object({ group: z.string(), 'cancel-in-progress': z.union([z.boolean(), z.string()]) }),
  jobs: z.record(z.string(), job),
});

const read = (file: string): string => readFileSync(fromRoot(file), 'utf8');
const files = globSync('.github/workflows/*.yml', { cwd: fromRoot() }).toSorted();

describe('the workflows', () => {
  let workflows: ReadonlyMap<string, z.output<typeof workflow>>;
  const jobs = () =>
    [...workflows].flatMap(([file, { jobs: own }]) =>
      Object.entries(own).map(([name, content]) => ({ ...content, name: `${path.basename(file)}: ${name}` })),
    );
  const jobOf = (file: string, name: string) => {
    const found = workflows.get(`.github/workflows/${file}`)?.jobs[name];
    assert.ok(found, `${file}: ${name}`);
    return found;
  };

  before(() => {
    workflows = new Map(files.map((file) => [file, workflow.parse(parse(read(file)))]));
  });

  it('are what GitHub would run', async () => {
    const [{ validate }, { TextDocument }] = await Promise.all([
      import('@actions/languageservice'),
      import('vscode-languageserver-textdocument'),
    ]);
    let asked = 0;
    // What it once read by a name it reads no more.
    const complaints = async (text: string) =>
      (await validate(TextDocument.create(`file:///.github/workflows/${asked++}.yml`, 'yaml', 1, text))).map(
        ({ message, range }) => [range.start.line + 1, message],
      );
    assert.deepEqual(files.length, 3);
    for (const file of files) assert.deepEqual(await complaints(read(file)), [], file);
    assert.notDeepEqual(await complaints(read(files[1] ?? '').replace('runs-on:', 'run-on:')), []);
  });

  it('use actions by the commit that was looked at, and say which version it is', () => {
    for (const file of files) {
      const used = [...read(file).matchAll(/uses: (\S+)(.*)/g)].filter(([, name = '']) => !name.startsWith('./'));
      assert.ok(used.length > 0);
      for (const [line, name = '', comment = ''] of used) {
        assert.match(name, /^[\w-]+\/[\w-]+@[0-9a-f]{40}$/, line);
        assert.match(comment, /^ # v\d+\.\d+\.\d+$/, line);
      }
    }
  });

  it('may do nothing but what each job says', () => {
    for (const { name, permissions: own } of jobs()) {
      const allowed = Object.entries(own).filter(([what, how]) => !(what === 'contents' && how === 'read'));
      const lent = /deploy\.yml: (dev|prod)|cdk-diff/.test(name) ? [['id-token', 'write']] : [];
      assert.deepEqual(allowed, lent, name);
    }
  });

  it('end', () => {
    for (const { name, uses, 'timeout-minutes': minutes } of jobs())
      assert.ok(uses !== undefined || (minutes !== undefined && minutes <= 60), name);
  });

  it('keep no key of AWS: a role is lent for as long as a deployment takes', () => {
    for (const file of files) assert.doesNotMatch(read(file), /aws-access-key-id|aws-secret|AKIA|\{ *secrets\./i, file);
    const asking = jobs().flatMap(({ steps }) => steps.filter(({ uses = '' }) => uses.startsWith('aws-actions/')));
    assert.equal(asking.length, 3);
    for (const { with: given } of asking)
      assert.match(String(given?.['role-to-assume']), /^\$\{\{ vars\.AWS_\w+ \}\}$/);
  });

  it('leave no token of GitHub on the disk', () => {
    const checkouts = jobs().flatMap(({ steps }) =>
      steps.filter(({ uses = '' }) => uses.startsWith('actions/checkout')),
    );
    assert.ok(checkouts.length >= 7);
    for (const { with: given } of checkouts) assert.equal(given?.['persist-credentials'], false);
  });

  it('never put what somebody else may write into a shell', () => {
    for (const { name, steps } of jobs())
      for (const { run } of steps) {
        const inserted = [...(run ?? '').matchAll(/\$\{\{(.*?)\}\}/g)].map(([, what = '']) => what.trim());
        assert.ok(
          inserted.every((what) => what === 'matrix.paths'),
          `${name}: ${inserted.join(', ')}`,
        );
      }
  });

  it('deploy what has passed: main to dev, by its branch; a tag to prod, by an environment with an approval', () => {
    const [dev, prod] = [jobOf('deploy.yml', 'dev'), jobOf('deploy.yml', 'prod')];
    assert.deepEqual([dev.needs, prod.needs], ['ci', 'ci']);
    assert.equal(jobOf('deploy.yml', 'ci').uses, './.github/workflows/ci.yml');
    // infra/lib/deployer.ts trusts these very subjects.
    assert.match(String(dev.if), /^github\.ref == 'refs\/heads\/main'/);
    assert.equal(dev.environment, undefined);
    assert.match(String(prod.if), /^github\.ref_type == 'tag'/);
    assert.equal(prod.environment, 'prod');
    assert.match(read('infra/lib/deployer.ts'), /ref:refs\/heads\/main[^]*environment:prod/);
    for (const [stage, { steps }] of Object.entries({ dev, prod }))
      assert.equal(steps.at(-1)?.run, `npm run deploy:ecs -- --stage ${stage} --region "$AWS_REGION"`);
    assert.equal(workflows.get('.github/workflows/deploy.yml')?.concurrency['cancel-in-progress'], false);
  });

  it('run every spec, once', () => {
    const { strategy } = z
      .looseObject({ strategy: z.object({ matrix: z.object({ include: z.array(z.object({ paths: z.string() })) }) }) })
      .parse(jobOf('ci.yml', 'test'));
    const parts = strategy.matrix.include.map(({ paths }) => paths.split(' '));
    const specs = globSync('{src,scripts,test,infra/test}/**/*.spec.ts', { cwd: fromRoot() });
    for (const spec of specs)
      assert.equal(parts.filter((paths) => paths.some((part) => spec.includes(part))).length, 1, spec);
    for (const paths of parts.flat())
      assert.ok(
        specs.some((spec) => spec.includes(paths)),
        paths,
      );
  });

  it('run on the Node of the lock file', () => {
    for (const container of read('.github/workflows/ci.yml').matchAll(/container: node:(\S+)-trixie/g))
      assert.equal(`v${container[1] ?? ''}`, process.version);
  });
});

describe('dependabot.yml', () => {
  it('watches all that is pinned', () => {
    const { updates } = z
      .object({
        updates: z.array(
          z.looseObject({
            'package-ecosystem': z.string(),
            directory: z.string().optional(),
            directories: z.array(z.string()).optional(),
          }),
        ),
      })
      .parse(parse(read('.github/dependabot.yml')));
    const watched = updates.flatMap(({ 'package-ecosystem': what, directory, directories }) =>
      (directories ?? [directory ?? '']).map((where) => `${what} ${where}`),
    );
    assert.deepEqual(watched, ['npm /', 'npm /infra', 'github-actions /', 'docker /docker', 'docker-compose /']);
    const locks = globSync(['package-lock.json', 'web/package-lock.json', 'infra/package-lock.json'], {
      cwd: fromRoot(),
    });
    assert.deepEqual(locks.toSorted(), ['infra/package-lock.json', 'package-lock.json']);
  });
});
