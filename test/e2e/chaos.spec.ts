import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { campaign, type Campaign } from '../../scripts/chaos/campaign.js';
import { keepEvidence } from '../../scripts/chaos/evidence.js';
import { BACKENDS } from '../../scripts/chaos/parts.js';
import { REGRESSIONS } from '../../scripts/chaos/regressions.js';
import { findExecutable } from '../../scripts/support/executables.js';

/** Many by hand: `CHAOS_RUNS=50 npm test -- test/e2e/chaos.spec`; in CI one, and those that found something once. */
const RUNS = Number(process.env['CHAOS_RUNS'] ?? 0);

const SECONDS_EACH = 90;
const tooLong = RUNS === 0 && 'takes long: CHAOS_RUNS=50 runs it';

/** What is quickest mended, and quickest seen. */
const SHORT = { seed: 1, runs: 1, only: ['worker-killed', 'database-killed', 'api-killed', 'database-reset'] };

/** Every run of it finds nothing. */
async function findsNothing(wanted: Omit<Campaign, 'stopped'>): Promise<void> {
  for await (const result of campaign({ ...wanted, stopped: new AbortController().signal })) {
    if (result.findings.length > 0) await keepEvidence(result, result.stage, wanted.seed);
    assert.deepEqual(result.findings, [], `run ${result.plan.run} of seed ${wanted.seed}`);
    assert.ok(result.submitted > 0, 'nobody came');
  }
}

for (const backend of BACKENDS) {
  const skip = backend === 'redis' && findExecutable('redis-server') === undefined && 'no redis-server on this machine';
  describe(`chaos, queue on ${backend}`, { skip }, () => {
    for (const { seed, run, only, long = false, found } of REGRESSIONS.filter((one) => one.backend === backend))
      it(`does not do any more: ${found}`, { skip: long && tooLong }, () =>
        findsNothing({ backend, seed, run, only, runs: run + 1 }),
      );

    it('loses, doubles and lets in nothing', () => findsNothing({ ...SHORT, backend }));

    it('nor in many runs', { skip: tooLong, timeout: RUNS * SECONDS_EACH * 1_000 }, () =>
      findsNothing({ backend, seed: 1, runs: RUNS }),
    );
  });
}
