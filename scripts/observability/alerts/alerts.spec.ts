import { execFile } from 'node:child_process';
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { fromRoot } from '../../../src/config/paths.js';
import { findExecutable } from '../../support/executables.js';
import { DASHBOARDS } from '../dashboards/index.js';
import { type Alert } from './alert.js';
import { ALERTS } from './index.js';
import { renderRule, renderScenarios } from './render.js';

const run = promisify(execFile);
const skip = findExecutable('promtool') === undefined && 'there is no promtool (Debian: apt-get install prometheus)';

/** Of a time such as `90m`, minutes. */
const minutes = (time: string): number =>
  Number(time.slice(0, -1)) * ({ m: 1, h: 60, d: 1_440 }[time.slice(-1)] ?? Number.NaN);

describe('alerts', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'presente-alerts-'));
  });
  after(() => rm(folder, { recursive: true }));

  /** What promtool says of the scenarios; nothing when all is as they say. */
  async function faultsOf(alert: Alert): Promise<string> {
    const rules = path.join(folder, `${alert.name}.yaml`);
    const scenarios = path.join(folder, `${alert.name}.test.yaml`);
    await writeFile(rules, renderRule(alert));
    await writeFile(scenarios, renderScenarios(alert, rules));
    return run('promtool', ['test', 'rules', scenarios]).then(
      () => '',
      (error: unknown) => (error as { stdout: string; stderr: string }).stdout + (error as { stderr: string }).stderr,
    );
  }

  it('are loaded by Prometheus', { skip }, async () => {
    const { stdout } = await run('promtool', ['check', 'rules', fromRoot('prometheus/rules.yaml')]);
    assert.match(stdout, new RegExp(`SUCCESS: ${ALERTS.length} rules found`));
  });

  it('have names of their own', () => {
    assert.equal(new Set(ALERTS.map(({ name }) => name)).size, ALERTS.length);
  });

  for (const alert of ALERTS) {
    it(`${alert.name} fires, does not, and stops, as its scenarios say`, { skip }, async () => {
      assert.equal(await faultsOf(alert), '');
    });

    it(`${alert.name} has a scenario for each, a runbook and a dashboard`, async () => {
      const { scenarios, runbook, dashboard, name, severity } = alert;
      assert.ok(scenarios.some(({ firing = [] }) => firing.length > 0));
      const heading = new RegExp(`^## ${name}$`, 'm');
      assert.match(await readFile(fromRoot(`docs/runbooks/${runbook}.md`), 'utf8'), heading);
      assert.ok(DASHBOARDS.some(({ uid }) => uid === dashboard));
      if (severity === 'none') return;
      assert.ok(
        scenarios.some(({ firing = [], quiet = [] }) => firing.length === 0 && quiet.length > 0),
        'just below',
      );
      assert.ok(
        scenarios.some(({ firing = [], quiet = [] }) =>
          firing.some((time) => quiet.some((later) => minutes(later) > minutes(time))),
        ),
        'stops',
      );
      assert.ok(
        scenarios.some(({ series }) => Object.keys(series).length === 0),
        'without any data',
      );
    });
  }

  it('are seen to fail when the rule is another', { skip }, async () => {
    const late = ALERTS.find(({ name }) => name === 'PresenteQueueLate')!;
    assert.match(await faultsOf({ ...late, expr: late.expr.replace('60', '600') }), /FAILED/);
  });
});
