import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pagesOf, scansOf } from './plan.js';

describe('a plan', () => {
  it('tells how each table was read, and how many rows were passed over', () => {
    const plan = {
      'Node Type': 'Limit',
      'Actual Rows': 21,
      Plans: [
        {
          'Node Type': 'Index Scan',
          'Relation Name': 'validation_attempts',
          'Index Name': 'validation_attempts_pkey',
          'Actual Rows': 21,
          'Rows Removed by Filter': 979,
        },
        { 'Node Type': 'Seq Scan', 'Relation Name': 'checkpoints', 'Actual Rows': 40 },
      ],
    };
    assert.deepEqual(scansOf(plan), [
      { how: 'Index Scan validation_attempts_pkey', table: 'validation_attempts', rowsRead: 1_000, whole: false },
      { how: 'Seq Scan', table: 'checkpoints', rowsRead: 40, whole: true },
    ]);
  });

  it('names the indexes that made a bitmap', () => {
    const bitmap = (name: string) => ({ 'Node Type': 'Bitmap Index Scan', 'Index Name': name });
    const plan = {
      'Node Type': 'Bitmap Heap Scan',
      'Relation Name': 'audit_events',
      'Actual Rows': 3,
      Plans: [{ 'Node Type': 'BitmapOr', Plans: [bitmap('audit_events_subject'), bitmap('audit_events_person')] }],
    };
    assert.deepEqual(scansOf(plan), [
      {
        how: 'Bitmap Heap Scan audit_events_subject+audit_events_person',
        table: 'audit_events',
        rowsRead: 3,
        whole: false,
      },
    ]);
  });

  it('does not take what changes a table for a scan of it', () => {
    const plan = { 'Node Type': 'ModifyTable', 'Relation Name': 'outbox', Plans: [{ 'Node Type': 'Result' }] };
    assert.deepEqual(scansOf(plan), []);
  });

  it('adds the pages in memory and those on the disk', () => {
    assert.equal(pagesOf({ 'Node Type': 'Result', 'Shared Hit Blocks': 7, 'Shared Read Blocks': 2 }), 9);
    assert.equal(pagesOf({ 'Node Type': 'Result' }), 0);
  });
});
