import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OperatorError } from '../../support/operator-error.js';
import { parsePairs, readPairsFile } from './pairs-file.js';

const ann = { fold: 0, same: true, a: 'Ann/1.jpg', b: 'Ann/2.jpg' };
const annBob = { fold: 1, same: false, a: 'Ann/1.jpg', b: 'Bob/1.jpg' };

describe('a list of pairs', () => {
  const accepted: [name: string, text: string][] = [
    ['with a header', 'fold,same,a,b\n0,1,Ann/1.jpg,Ann/2.jpg\n1,0,Ann/1.jpg,Bob/1.jpg\n'],
    ['without a header', '0,1,Ann/1.jpg,Ann/2.jpg\n1,0,Ann/1.jpg,Bob/1.jpg'],
    ['with true and false', '0,true,Ann/1.jpg,Ann/2.jpg\n1,False,Ann/1.jpg,Bob/1.jpg'],
    ['with extra columns at the end', '0,1,Ann/1.jpg,Ann/2.jpg,x,y\n1,0,Ann/1.jpg,Bob/1.jpg,x'],
    ['with columns in another order', 'a,b,note,same,fold\nAnn/1.jpg,Ann/2.jpg,,1,0\nAnn/1.jpg,Bob/1.jpg,,0,1'],
    [
      'with quotes, blanks, empty lines, CRLF and a BOM',
      '\uFEFFFold,Same,A,B\r\n\r\n0, 1,"Ann/1.jpg", Ann/2.jpg\r\n1,0,Ann/1.jpg,Bob/1.jpg\r\n',
    ],
  ];
  for (const [name, text] of accepted) {
    it(`is read ${name}`, () => {
      assert.deepEqual(parsePairs(text), [ann, annBob]);
    });
  }

  it('has one fold when its header names none', () => {
    assert.deepEqual(parsePairs('same,a,b\n1,Ann/1.jpg,Ann/2.jpg'), [ann]);
  });

  const refused: [name: string, text: string, message: RegExp][] = [
    ['that is empty', '', /empty/],
    ['that is a header only', 'fold,same,a,b\n', /no pairs/],
    ['without the column b', 'fold,same,a\n0,1,Ann/1.jpg', /no column b/],
    ['whose label is neither', '0,1,x,y\n0,perhaps,Ann/1.jpg,Ann/2.jpg', /line 2 .* same must be 1, 0, true or false/],
    ['with a line cut short', '0,1,Ann/1.jpg', /line 1 .* b /],
    ['with an empty path', '0,1,Ann/1.jpg,', /line 1 .* b is empty/],
    ['with a fold that is no number', 'x,1,Ann/1.jpg,Ann/2.jpg', /line 1 .* fold /],
  ];
  for (const [name, text, message] of refused) {
    it(`is refused ${name}`, () => {
      assert.throws(() => parsePairs(text), { message });
    });
  }

  it('that is not there is named', async () => {
    await assert.rejects(
      readPairsFile('/nowhere/pairs.csv'),
      (error) => error instanceof OperatorError && error.message.includes('/nowhere/pairs.csv'),
    );
  });
});
