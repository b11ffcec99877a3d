import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { beginningsOf, isFoundBy, LONGEST, wordsOf } from './person-words.js';

describe('the words of a name', () => {
  const cases: [text: string, words: string[]][] = [
    ['María José García-López', ['maria', 'jose', 'garcia', 'lopez']],
    ['  Núria  GAL·LA ', ['nuria', 'galla']],
    ['Iñaki O’Brien', ['inaki', 'obrien']],
    ['Søren Łukasz Weiß', ['soren', 'lukasz', 'weiss']],
    ['Ｗｉｄｅ', ['wide']],
    ['A-2025/00_12', ['a', '2025', '00', '12']],
    ['李小龙', ['李小龙']],
    ['', []],
    [' — ', []],
  ];
  for (const [text, words] of cases) {
    it(`${JSON.stringify(text)}: ${words.join(', ')}`, () => {
      assert.deepEqual(wordsOf(text), words);
    });
  }

  it('are found by their beginnings of two letters and more', () => {
    assert.deepEqual(beginningsOf('ana'), ['an', 'ana']);
    assert.deepEqual(beginningsOf('a'), []);
    assert.equal(beginningsOf('x'.repeat(200)).at(-1)?.length, LONGEST);
  });

  it('are found in any order, all of them, at their beginnings only', () => {
    assert.ok(isFoundBy(wordsOf('gar jose'), 'María José García'));
    assert.ok(!isFoundBy(wordsOf('gar pedro'), 'María José García'));
    assert.ok(!isFoundBy(wordsOf('arcia'), 'María José García'));
  });
});
