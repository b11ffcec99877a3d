import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { equalError, type Outcome, reasonsOf, tallyByGroup, tallyOf } from './rates.js';

const judged = (score: number, group = 'a', threshold = 0.5): Outcome => ({
  group,
  accepted: score >= threshold,
  reason: score >= threshold ? 'MATCH' : 'LOOKS_LIKE_A_PICTURE',
  score,
});
const refused = (group = 'a'): Outcome => ({ group, accepted: false, reason: 'TOO_DARK', score: undefined });

describe('rates of presentations', () => {
  it('count what was not judged as not accepted, and name its share', () => {
    assert.deepEqual(tallyOf([judged(0.9), judged(0.1), refused(), refused()]), {
      n: 4,
      accepted: 0.25,
      nonResponse: 0.5,
    });
  });

  it('are told for each group by itself', () => {
    const groups = tallyByGroup([judged(0.9, 'print'), judged(0.1, 'print'), judged(0.9, 'screen')]);
    assert.deepEqual(
      groups.map(({ group, n, accepted }) => [group, n, accepted]),
      [
        ['print', 2, 0.5],
        ['screen', 1, 1],
      ],
    );
  });

  it('count the reasons', () => {
    assert.deepEqual(reasonsOf([judged(0.9), refused(), refused()]), { MATCH: 1, TOO_DARK: 2 });
  });
});

describe('the equal error rate', () => {
  const all = (scores: number[]) => scores.map((score) => judged(score));

  it('is 0 where a threshold parts them', () => {
    assert.deepEqual(equalError(all([0.8, 0.9]), all([0.1, 0.2])), { rate: 0, threshold: 0.8 });
  });

  it('is 1 where they are the other way round, and a half where they are the same', () => {
    assert.equal(equalError(all([0.1]), all([0.9]))?.rate, 1);
    assert.equal(equalError(all([0.2, 0.8]), all([0.2, 0.8]))?.rate, 0.5);
  });

  it('holds for one attack of four among the living', () => {
    assert.equal(equalError(all([0.3, 0.7, 0.8, 0.9]), all([0.1, 0.1, 0.2, 0.5]))?.rate, 0.25);
  });

  it('is of what was judged, and of nothing where nothing was', () => {
    assert.equal(equalError([...all([0.9]), refused()], all([0.1, 0.2]))?.rate, 0);
    assert.equal(equalError(all([0.9]), [refused()]), undefined);
  });
});
