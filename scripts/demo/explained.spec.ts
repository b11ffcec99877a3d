import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ApiError } from '../client/api-client.js';
import { OperatorError } from '../support/operator-error.js';
import { explained } from './explained.js';

const url = 'http://127.0.0.1:1';

describe('what ends the demo', () => {
  const mended: readonly (readonly [unknown, RegExp])[] = [
    [new ApiError('The password is wrong.'), /could not go on: The password is wrong/],
    [new TypeError('fetch failed'), /Nothing answers at http:\/\/127\.0\.0\.1:1/],
    [new SyntaxError('Unexpected token'), /is not Presente/],
    [{ type: 'close', code: 1006 }, /connection to http:\/\/127\.0\.0\.1:1 was lost/],
  ];
  for (const [error, sentence] of mended) {
    it(`is told in a sentence: ${sentence.source}`, () => {
      const told = explained(error, url);
      assert.ok(told instanceof OperatorError);
      assert.match(told.message, sentence);
    });
  }

  it('keeps its stack when it is a fault of the demo', () => {
    const fault = new TypeError('undefined is not a function');
    assert.equal(explained(fault, url), fault);
  });
});
