import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { z } from 'zod';
import { fromRoot } from '../../src/config/paths.js';
import { makeScratch, removeScratch } from '../support/scratch.js';

/** What some file imports, and the rule that says no to it; undefined: it is allowed. */
type Import = readonly [from: string, to: string, rule: string | undefined];

const imports: readonly Import[] = [
  ['src/common/one.ts', 'src/common/two.ts', 'no-cycle'],
  ['src/common/lost.ts', 'src/common/nowhere.ts', 'not-found'],
  ['src/config/env.ts', 'src/common/helper.ts', 'config-stands-alone'],
  ['src/common/proud.ts', 'src/platform/queue/queue.ts', 'common-is-pure'],
  ['src/common/reads-settings.ts', 'src/config/paths.ts', undefined],
  ['src/platform/queue/nosy.ts', 'src/modules/auth/index.ts', 'platform-knows-no-feature'],
  ['src/modules/auth/climbs.ts', 'src/core.module.ts', 'modules-are-below-entry-points'],
  ['src/modules/auth/upward.ts', 'src/modules/enrolment/index.ts', 'module-auth'],
  ['src/modules/enrolment/upward.ts', 'src/modules/validation/index.ts', 'module-enrolment'],
  ['src/modules/validation/sideways.ts', 'src/modules/tasks/index.ts', 'module-validation'],
  ['src/modules/tasks/sideways.ts', 'src/modules/enrolment/index.ts', 'module-tasks'],
  ['src/modules/tasks/confirms.ts', 'src/modules/validation/index.ts', undefined],
  ['src/modules/metrics/nosy.ts', 'src/modules/auth/index.ts', 'module-metrics'],
  ['src/modules/validation/proper.ts', 'src/modules/enrolment/index.ts', undefined],
  ['src/modules/validation/counts.ts', 'src/modules/metrics/index.ts', undefined],
  [
    'src/modules/validation/sneaks.ts',
    'src/modules/enrolment/persons/persons.service.ts',
    'modules-meet-at-their-index',
  ],
  ['src/main.sneaks.ts', 'src/modules/auth/auth.service.ts', 'entry-points-use-the-index'],
  ['src/modules/auth/users.service.ts', 'typeorm', 'typeorm-stays-in-repositories'],
  ['src/modules/auth/users.resolver.ts', '@nestjs/typeorm', 'typeorm-stays-in-repositories'],
  ['src/modules/auth/users.repository.ts', 'typeorm', undefined],
  ['src/modules/auth/user.entity.ts', 'typeorm', undefined],
  ['src/modules/auth/auth.module.ts', '@nestjs/typeorm', undefined],
  ['src/modules/enrolment/e.module.ts', 'src/modules/enrolment/e.processor.ts', 'processors-only-in-the-worker'],
  ['src/modules/enrolment/e.worker.module.ts', 'src/modules/enrolment/e.processor.ts', undefined],
  ['src/platform/queue/borrows.ts', 'scripts/support/ports.ts', 'src-stands-alone'],
  ['src/platform/queue/borrows.spec.ts', 'scripts/support/ports.ts', undefined],
  ['src/platform/queue/tabled.ts', 'cli-table3', 'no-dev-dependency-at-run-time'],
  ['web/src/kiosk/sneaks.ts', 'web/src/admin/main.ts', 'surfaces-meet-in-shared'],
  ['web/src/kiosk/proper.ts', 'web/src/shared/api.ts', undefined],
  ['web/src/shared/upward.ts', 'web/src/board/main.ts', 'surfaces-meet-in-shared'],
  ['web/src/kiosk/borrows.ts', 'src/common/helper.ts', 'web-speaks-graphql-only'],
  ['scripts/demo/tabled.ts', 'cli-table3', undefined],
];

const report = z.object({
  summary: z.object({ violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })) }),
});

describe('the arrows', () => {
  let scratch: string;
  let found: ReadonlyMap<string, string>;

  const put = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(scratch, file)), { recursive: true });
    writeFileSync(path.join(scratch, file), text, { flag: 'a' });
  };

  before(async () => {
    scratch = await makeScratch('arrows-spec');
    cpSync(fromRoot('tsconfig.json'), path.join(scratch, 'tsconfig.json'));
    put(
      'package.json',
      '{"type":"module","dependencies":{"typeorm":"1","@nestjs/typeorm":"1"},"devDependencies":{"cli-table3":"1"}}',
    );
    for (const name of ['typeorm', '@nestjs/typeorm', 'cli-table3']) {
      put(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
      put(`node_modules/${name}/index.js`, 'module.exports = {};');
    }
    put('test/some.ts', 'export {};');
    put('src/common/two.ts', `import './one.js';`);
    for (const [from, to] of imports) {
      const local = to.endsWith('.ts');
      const relative = path.relative(path.dirname(from), to).replace(/\.ts$/, '.js');
      put(from, `import '${local ? (relative.startsWith('.') ? relative : `./${relative}`) : to}';\n`);
      if (local && !to.includes('nowhere')) put(to, '');
    }
    const program = fromRoot('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const args = [
      program,
      '--config',
      fromRoot('.dependency-cruiser.js'),
      '--output-type',
      'json',
      'src',
      'scripts',
      'test',
      'web/src',
    ];
    const { stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: scratch,
      encoding: 'utf8',
      maxBuffer: 10_000_000,
    });
    assert.notEqual(stdout, '', stderr);
    found = new Map(report.parse(JSON.parse(stdout)).summary.violations.map(({ from, rule }) => [from, rule.name]));
  });
  after(() => removeScratch(scratch));

  for (const [from, to, rule] of imports) {
    it(`${from} ${rule === undefined ? 'may' : 'must not'} import ${to}`, () => {
      assert.equal(found.get(from), rule);
    });
  }
});
