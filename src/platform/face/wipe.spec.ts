import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wipe } from './wipe.js';

describe('wipe', () => {
  it('leaves nothing of what was there, and keeps no memory', () => {
    const bytes = Buffer.alloc(1e6, 7);
    const { buffer } = bytes;
    wipe(bytes);
    assert.deepEqual([bytes.length, buffer.byteLength], [0, 0]);
  });

  it('overwrites a part of memory that it shares, and no more', () => {
    const all = Uint8Array.of(1, 2, 3, 4);
    wipe(all.subarray(1, 3));
    assert.deepEqual([...all], [1, 0, 0, 4]);
  });
});
