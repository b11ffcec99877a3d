import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { judgeRefresh, type PresentedToken, type RefreshVerdict } from './refresh-verdict.js';

describe('judgeRefresh', () => {
  const fresh: PresentedToken = { alive: true, replaced: false, successorOpens: false };
  const cases: [title: string, change: Partial<PresentedToken>, verdict: RefreshVerdict][] = [
    ['the live token', {}, 'ROTATE'],
    ['one that was replaced a moment ago', { replaced: true, successorOpens: true }, 'REPEAT'],
    ['one that was replaced before', { replaced: true }, 'REUSED'],
    ['the live token of a session that is over', { alive: false }, 'OVER'],
    ['one of a moment ago, of a session that is over', { alive: false, replaced: true, successorOpens: true }, 'OVER'],
    ['an old one of a session that is over', { alive: false, replaced: true }, 'OVER'],
  ];
  for (const [title, change, verdict] of cases) {
    it(`${title}: ${verdict}`, () => {
      assert.equal(judgeRefresh({ ...fresh, ...change }), verdict);
    });
  }
});
