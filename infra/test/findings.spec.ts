import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { ACKNOWLEDGED } from '../lib/acknowledged.ts';
import { addChecks, addStage, newApp } from '../lib/presente.ts';

/** Of CDK's report, what is read here. */
interface Finding {
  readonly acknowledgedId?: string;
  readonly violatingConstructs: readonly { readonly constructPath: string }[];
}
interface Report {
  readonly pluginReports: readonly {
    readonly violations: readonly Finding[];
    readonly suppressedViolations?: readonly Finding[];
  }[];
}

/** CDK acknowledges by itself what it makes itself, in words of its own. */
const OF_A_PACK = /^(AwsSolutions|NIST)/;

function synthesisedReport(): Report {
  const app = newApp();
  for (const stage of ['dev', 'prod']) addStage(app, stage);
  addChecks(app);
  // Throws when a finding is not acknowledged.
  app.synth();
  return JSON.parse(readFileSync(path.join(app.outdir, 'validation-report.json'), 'utf8')) as Report;
}

describe('the findings of cdk-nag (AwsSolutions, NIST 800-53 r5)', () => {
  const { pluginReports } = synthesisedReport();

  it('are all acknowledged', () => {
    assert.deepEqual(
      pluginReports.flatMap(({ violations }) => violations),
      [],
    );
  });

  it('leave no acknowledgement over', () => {
    const suppressed = pluginReports.flatMap(({ suppressedViolations = [] }) => suppressedViolations);
    const found = suppressed
      .filter(({ acknowledgedId = '' }) => OF_A_PACK.test(acknowledgedId))
      .flatMap(({ acknowledgedId, violatingConstructs }) =>
        violatingConstructs.map(({ constructPath }) => `${acknowledgedId} ${constructPath.replace(/\/Resource$/, '')}`),
      );
    const rows = ACKNOWLEDGED.flatMap(({ pack, rule, at, stage }) =>
      (stage === undefined ? ['dev', 'prod'] : [stage]).flatMap((each) =>
        at.map((construct) => `${pack}::${rule} presente-${each}/${construct}`),
      ),
    );
    assert.ok(rows.length > 50);
    assert.deepEqual([...new Set(found)].toSorted(), rows.toSorted());
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
