import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DRILLS } from '../../scripts/drill/drills/index.js';
import { runDrill } from '../../scripts/drill/run-drill.js';
import { ALERTS } from '../../scripts/observability/alerts/index.js';
import { findExecutable } from '../../scripts/support/executables.js';
import { withoutPostgres } from '../support/servers.js';

const withoutRedis = findExecutable('redis-server') === undefined && 'no redis-server on this machine';

/** All of them take a quarter of an hour; which to run, separated by commas. */
const CHOSEN = (process.env['DRILLS'] ?? 'database').split(',');

/** Of what a drill promises on a machine that does nothing else. */
const BUSY = 3;

describe('drills', { skip: withoutPostgres || withoutRedis }, () => {
  it('have names of their own, and expect alerts that there are', () => {
    assert.equal(new Set(DRILLS.map(({ name }) => name)).size, DRILLS.length);
    for (const { expectedAlert } of DRILLS)
      assert.ok(expectedAlert === undefined || ALERTS.some(({ name }) => name === expectedAlert), expectedAlert);
  });

  for (const drill of DRILLS.filter(({ name }) => CHOSEN.includes(name))) {
    it(`${drill.name}: nothing is lost, and it is well again by itself`, async () => {
      const { found, during, recovery, problems } = await runDrill(drill, { seconds: 5, brief: true });
      for (const [kind, count] of Object.entries(found)) assert.equal(count, 0, `${kind}: ${problems.join(' ')}`);
      assert.equal(during.errors['INTERNAL'], undefined);
      assert.ok(recovery.answers !== null && recovery.answers < 5 * BUSY, `answers after ${recovery.answers} s`);
      assert.ok(recovery.decides !== null && recovery.decides < 8 * BUSY, `decides after ${recovery.decides} s`);
    });
  }
});
