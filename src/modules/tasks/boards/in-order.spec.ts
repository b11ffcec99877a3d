import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inOrder } from './in-order.js';

describe('an order', () => {
  const cases: [id: string, afterId: string | null, order: string | undefined][] = [
    ['c', null, 'cab'],
    ['a', 'c', 'bca'],
    ['a', 'b', 'bac'],
    ['b', 'a', 'abc'],
    ['d', 'a', 'adbc'],
    ['a', 'a', undefined],
    ['a', 'x', undefined],
  ];
  for (const [id, afterId, order] of cases) {
    it(`of a, b and c with ${id} after ${afterId ?? 'none'}`, () => {
      assert.equal(inOrder(['a', 'b', 'c'], id, afterId)?.join(''), order);
    });
  }
});
