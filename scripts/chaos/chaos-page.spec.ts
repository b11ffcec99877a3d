import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { CHAOS_PAGE, chaosPage, readLedger } from './ledger.js';

describe('docs/resilience-chaos.md', () => {
  it('has the figures that were recorded', async () => {
    assert.equal(await readFile(CHAOS_PAGE, 'utf8'), await chaosPage(await readLedger()));
  });
});
