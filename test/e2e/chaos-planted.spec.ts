import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { campaign } from '../../scripts/chaos/campaign.js';
import { BACKENDS } from '../../scripts/chaos/parts.js';
import { PLANTED, PLANTED_NAMES, type PlantedName, planting, seenOn } from '../../scripts/chaos/planted.js';
import { findExecutable } from '../../scripts/support/executables.js';

/** All of them, on every back end, with `CHAOS_PLANTED=all`. */
const ALL = process.env['CHAOS_PLANTED'] === 'all';

/** Those that are quickly found; where there is time for no more, on one back end. */
const SHORT: readonly PlantedName[] = ['outbox-row-dropped', 'acknowledged-before-commit', 'no-idempotency-key'];

const WITHIN_RUNS = 4;

/** Its first run has few faults of any plant, and so is short. */
const SEED = 7;

const withoutRedis = findExecutable('redis-server') === undefined;

describe('chaos finds', () => {
  for (const name of ALL ? PLANTED_NAMES : SHORT) {
    for (const backend of seenOn(name, ALL ? BACKENDS : ['postgres'])) {
      const skip = backend === 'redis' && withoutRedis && 'no redis-server on this machine';
      it(`${name}, queue on ${backend}`, { skip }, async () => {
        const wanted = {
          ...planting(name),
          backend,
          seed: SEED,
          runs: WITHIN_RUNS,
          stopped: new AbortController().signal,
        };
        const seen = new Set<string>();
        for await (const { findings } of campaign(wanted)) {
          for (const { kind } of findings) seen.add(kind);
          if (seen.size > 0) break;
        }
        const foundAs: readonly string[] = PLANTED[name].foundAs;
        assert.ok(
          foundAs.some((kind) => seen.has(kind)),
          `found ${[...seen].join(', ') || 'nothing'} within ${WITHIN_RUNS} runs, not ${foundAs.join(' or ')}`,
        );
      });
    }
  }
});
