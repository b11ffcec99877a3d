import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PersonKind } from '../persons/person.type.js';
import { judgeRows, type RawRow } from './judge-rows.js';

const good: RawRow = { externalId: 'A-1', displayName: 'Ada Prueba', kind: PersonKind.STUDENT };

describe('the rows of an import', () => {
  const cases: [name: string, row: Partial<RawRow>, problems: string[]][] = [
    ['good', {}, []],
    ['with spaces around', { externalId: ' A-1 ', displayName: ' Ada Prueba\t' }, []],
    ['without an id', { externalId: '  ' }, ['EXTERNAL_ID_MISSING']],
    ['with an id of other signs', { externalId: 'A 1' }, ['EXTERNAL_ID_FORM']],
    ['with an id that is too long', { externalId: 'x'.repeat(65) }, ['EXTERNAL_ID_FORM']],
    ['with a formula for an id', { externalId: '=1+1' }, ['EXTERNAL_ID_FORM']],
    ['without a name', { displayName: '' }, ['NAME_MISSING']],
    ['with a name that is too long', { displayName: 'x'.repeat(121) }, ['NAME_TOO_LONG']],
    ['with a name of two lines', { displayName: 'Ada\nPrueba' }, ['NAME_FORM']],
    ['of no kind', { kind: null }, ['KIND_MISSING']],
    [
      'with nothing right',
      { externalId: '', displayName: '', kind: null },
      ['EXTERNAL_ID_MISSING', 'NAME_MISSING', 'KIND_MISSING'],
    ],
  ];
  for (const [name, changes, problems] of cases) {
    it(`${name}: ${problems.join(', ') || 'no problem'}`, () => {
      const [judged] = judgeRows([{ ...good, ...changes }]);
      assert.deepEqual(judged?.problems, problems);
      assert.deepEqual(judged.row, problems.length === 0 ? good : undefined);
    });
  }

  it('name a person once, whatever the case of the id', () => {
    const judged = judgeRows([good, { ...good, externalId: 'B-1' }, { ...good, externalId: 'a-1' }]);
    assert.deepEqual(
      judged.map(({ problems }) => problems),
      [[], [], ['REPEATED']],
    );
  });
});
