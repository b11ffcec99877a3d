import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { failure, ok, warning } from './finding.js';
import { jsonReport, readableReport, totals } from './report.js';

const examined = [
  { name: 'Node', findings: [ok('24')] },
  { name: 'Ports', findings: [warning('odd', 'look'), failure('taken', 'choose another')] },
];

describe("the doctor's report", () => {
  it('is a line for each finding, with the way to mend it', () => {
    assert.equal(
      readableReport(examined),
      [
        '✓ Node   24',
        '! Ports  odd',
        '         → look',
        '✗ Ports  taken',
        '         → choose another',
        '',
        '1 to mend, 1 to look at.',
      ].join('\n'),
    );
  });

  it('counts', () => {
    assert.deepEqual(totals(examined), { failures: 1, warnings: 1 });
    assert.match(readableReport(examined.slice(0, 1)), /All is well\.$/);
  });

  it('is one JSON object on request', () => {
    assert.deepEqual(JSON.parse(jsonReport(examined)), { failures: 1, warnings: 1, checks: examined });
  });

  it('of a real run names every check, and its exit code says whether something is to be mended', () => {
    const doctor = (settings: Record<string, string>) =>
      spawnSync(process.execPath, [path.join(import.meta.dirname, 'main.js'), '--json'], {
        env: { PATH: process.env['PATH'], PORT: '0', WORKER_PORT: '0', ...settings },
        encoding: 'utf8',
      });
    const shape = z.object({ failures: z.number(), checks: z.array(z.object({ name: z.string() })) });
    const wrong = doctor({ LOG_LEVEL: 'loud', DATABASE_URL: 'postgres://u:p@127.0.0.1:1/x' });
    const report = shape.parse(JSON.parse(wrong.stdout));
    assert.ok(report.failures >= 2);
    assert.equal(wrong.status, 1);
    assert.equal(report.checks.length, 12);
  });
});
