import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answerOf } from './answer.js';

const statement = (node: string, rows: number, pages: number) => ({
  sql: 'SELECT',
  plan: {
    'Node Type': 'Limit',
    'Actual Rows': 21,
    'Shared Hit Blocks': pages,
    Plans: [{ 'Node Type': node, 'Relation Name': 'outbox', 'Rows Removed by Filter': rows }],
  },
});
const asked = { name: 'a page', batch: false, times: [1, 2, 9], executed: [statement('Index Scan', 40, 5)] };

describe('the cost of a question', () => {
  it('is the median of its rounds, and all that its statements looked at', () => {
    const executed = [statement('Index Scan', 40, 5), statement('Seq Scan', 7, 30)];
    assert.deepEqual(answerOf({ ...asked, executed }), {
      name: 'a page',
      batch: false,
      milliseconds: 2,
      statements: 2,
      rows: 42,
      pages: 35,
      plan: ['Seq Scan on outbox (7 rows)'],
      readsTooMuch: [],
      tooSlow: false,
    });
  });

  it('is too much when many rows are read, be it the whole table or a part of it', () => {
    const executed = [
      statement('Seq Scan', 10_001, 5),
      statement('Index Scan', 10_002, 5),
      statement('Seq Scan', 10_000, 5),
    ];
    assert.deepEqual(answerOf({ ...asked, executed }).readsTooMuch, [
      'reads the whole of outbox',
      'reads 10002 rows of outbox (Index Scan)',
    ]);
  });

  it('is too much when somebody waits for longer than 50 ms, but not in a batch', () => {
    assert.equal(answerOf({ ...asked, times: [1, 51, 60] }).tooSlow, true);
    assert.equal(answerOf({ ...asked, times: [1, 50, 60] }).tooSlow, false);
    assert.equal(answerOf({ ...asked, batch: true, times: [51] }).tooSlow, false);
  });
});
