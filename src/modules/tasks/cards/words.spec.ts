import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wordsOf } from './words.js';

describe('the words of a search', () => {
  for (const [text, words] of [
    ['Revisión', ['revision']],
    ['  ÁRBOL  niño ', ['arbol', 'nino']],
    ['100%', ['100%']],
    [' ', []],
  ] as const)
    it(`of “${text}”`, () => {
      assert.deepEqual(wordsOf(text), words);
    });
});
