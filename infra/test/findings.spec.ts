import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { ACKNOWLEDGED, ruleIn } from '../lib/acknowledged.ts';
import { findingsIn, linesOf } from '../lib/findings.ts';
import { addChecks, addStage, newApp } from '../lib/presente.ts';
import { settingsOf } from '../lib/settings.ts';

/** CDK acknowledges by itself what it makes itself, in words of its own. */
const OF_A_PACK = /^(AwsSolutions|NIST)/;

/** With all that can be wanted. */
const own = { githubRepository: 'school/presente', account: '222222222222', region: 'us-east-1' };

function checked(context: Readonly<Record<string, string>>) {
  const app = newApp(context);
  for (const stage of ['dev', 'prod']) addStage(app, stage);
  addChecks(app);
  // Throws when a finding is not acknowledged.
  app.synth();
  const findings = findingsIn(app.outdir);
  rmSync(app.outdir, { recursive: true });
  return findings;
}

describe('the findings of cdk-nag (AwsSolutions, NIST 800-53 r5)', () => {
  const { open, acknowledged } = checked(own);

  it('are all acknowledged', () => {
    assert.deepEqual(linesOf(open), []);
  });

  it('leave no acknowledgement over', () => {
    const found = linesOf(acknowledged.filter(({ acknowledgedId = '' }) => OF_A_PACK.test(acknowledgedId)));
    const rows = ACKNOWLEDGED.flatMap((row) =>
      (row.stage === undefined ? (['dev', 'prod'] as const) : [row.stage]).flatMap((stage) => {
        const rule = ruleIn(
          row,
          settingsOf(stage, (name) => own[name as keyof typeof own]),
        );
        return row.at.map((construct) => `${row.pack}::${rule} presente-${stage}/${construct}`);
      }),
    );
    assert.ok(rows.length > 50);
    assert.deepEqual(found.toSorted(), rows.toSorted());
  });

  it('end the command of CDK, which by itself goes on', () => {
    const scratch = mkdtempSync(path.join(os.tmpdir(), 'presente-cdk-'));
    const file = (relative: string) => path.resolve(import.meta.dirname, relative);
    const preload = path.join(scratch, 'forget.mjs');
    const table = pathToFileURL(file('../lib/acknowledged.ts')).href;
    writeFileSync(preload, `import { ACKNOWLEDGED } from '${table}';\nACKNOWLEDGED.shift();\n`);
    const app = `${process.execPath} --import ${preload} ${file('../app.ts')}`;
    const cdk = [file('../node_modules/aws-cdk/bin/cdk'), 'synth', '--quiet', '--no-lookups'];
    const { status, stderr } = spawnSync(
      process.execPath,
      [...cdk, '--app', app, '--output', path.join(scratch, 'out'), '--context', 'stage=dev'],
      { cwd: scratch, env: { HOME: scratch, PATH: '/usr/bin:/bin' }, encoding: 'utf8' },
    );
    rmSync(scratch, { recursive: true });
    assert.match(stderr, /not acknowledged[^]*AwsSolutions-EC23/);
    assert.equal(status, 1);
  });

  it('are each explained in a sentence', () => {
    for (const { rule, because } of ACKNOWLEDGED) assert.ok(because.split(' ').length >= 8, rule);
  });

  it('are looked at again in time', (context) => {
    const today = new Date().toISOString().slice(0, 10);
    const late = ACKNOWLEDGED.filter(({ until }) => until < today).map(({ rule }) => rule);
    context.diagnostic(`${ACKNOWLEDGED.length} are acknowledged`);
    assert.deepEqual(late, []);
  });
});
