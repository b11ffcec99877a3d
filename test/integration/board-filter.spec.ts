import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Filter, type Filterable, isEverything, matches } from '../../web/src/board/filters/matches.js';

const NOW = Date.parse('2026-03-10T12:00:00');
const ME = 'me';
const at = (minutes: number): string => new Date(NOW + minutes * 60_000).toISOString();

const everything: Filter = {
  text: '',
  found: undefined,
  reasons: new Set(),
  mine: false,
  due: undefined,
  waiting: false,
  reviews: false,
  labels: [],
  assignees: [],
};
const plain: Filterable = {
  id: 'card',
  title: 'Revisión de la cámara',
  labelIds: ['urgent'],
  assigneeIds: [ME],
  dueAt: at(60),
  review: null,
};
const review = (minutesAgo: number, decision: string | null = null): Filterable['review'] => ({
  reason: 'TOO_DARK',
  checkpointName: 'Puerta Norte',
  endedAt: at(-minutesAgo),
  decision,
});

describe('the filter of a board', () => {
  const cases: [what: string, filter: Partial<Filter>, card: Partial<Filterable>, shown: boolean][] = [
    ['everything', {}, {}, true],
    ['words of the title, without accents', { text: 'CAMARA revision' }, {}, true],
    ['a word that is not there', { text: 'camara puerta' }, {}, false],
    ['a description that the server found', { text: 'xyz', found: new Set(['card']) }, {}, true],
    ['a description that the server did not find', { text: 'xyz', found: new Set(['other']) }, {}, false],
    ['the checkpoint of a review', { text: 'norte' }, { review: review(1) }, true],
    ['a reason in words', { text: 'luz', reasons: new Set(['TOO_DARK']) }, { review: review(1) }, true],
    ['mine', { mine: true }, {}, true],
    ['mine, of somebody else', { mine: true }, { assigneeIds: ['else'] }, false],
    ['due today', { due: 'TODAY' }, {}, true],
    ['due tomorrow', { due: 'TODAY' }, { dueAt: at(24 * 60) }, false],
    ['due earlier today', { due: 'TODAY' }, { dueAt: at(-60) }, true],
    ['overdue', { due: 'OVERDUE' }, { dueAt: at(-1) }, true],
    ['not overdue yet', { due: 'OVERDUE' }, {}, false],
    ['never due', { due: 'OVERDUE' }, { dueAt: null }, false],
    ['waiting for eleven minutes', { waiting: true }, { review: review(11) }, true],
    ['waiting for nine minutes', { waiting: true }, { review: review(9) }, false],
    ['waiting no more', { waiting: true }, { review: review(11, 'ACCEPT') }, false],
    ['waiting, of no validation', { waiting: true }, {}, false],
    ['reviews', { reviews: true }, { review: review(1) }, true],
    ['reviews, of no validation', { reviews: true }, {}, false],
    ['any of the labels', { labels: ['other', 'urgent'] }, {}, true],
    ['none of the labels', { labels: ['other'] }, {}, false],
    ['any of the assignees', { assignees: [ME, 'else'] }, {}, true],
    ['none of the assignees', { assignees: ['else'] }, {}, false],
    ['all that is chosen at once', { mine: true, labels: ['other'] }, {}, false],
  ];
  for (const [what, filter, card, shown] of cases)
    it(`${shown ? 'shows' : 'hides'}: ${what}`, () => {
      assert.equal(matches({ ...plain, ...card }, { ...everything, ...filter }, ME, NOW), shown);
    });

  it('knows when it hides nothing', () => {
    assert.ok(isEverything(everything));
    for (const chosen of [{ text: 'x' }, { mine: true }, { due: 'TODAY' as const }, { labels: ['urgent'] }])
      assert.ok(!isEverything({ ...everything, ...chosen }));
  });
});
