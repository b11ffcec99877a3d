import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newPairingCode, shownPairingCode, typedPairingCode } from './pairing-code.js';

describe('a pairing code', () => {
  it('has 40 bits, and all letters at every place', () => {
    const codes = Array.from({ length: 4_000 }, newPairingCode);
    assert.equal(new Set(codes).size, codes.length);
    for (let place = 0; place < 8; place++) assert.equal(new Set(codes.map((code) => code[place])).size, 32);
    assert.doesNotMatch(codes.join(''), /[ILOU]/);
  });

  it('is what was shown, however it is typed', () => {
    const code = newPairingCode();
    for (const typed of [
      code,
      shownPairingCode(code),
      shownPairingCode(code).toLowerCase(),
      ` ${Array.from(code).join(' ')} `,
    ])
      assert.equal(typedPairingCode(typed), code, typed);
    assert.equal(typedPairingCode('o0il-lI1O'), '00111110');
  });

  for (const typed of ['', 'ABCD-EFG', 'ABCD-EFGHJ', 'ABCD-EFGU', 'ABCD-EFG*', 'ＡBCDEFGH']) {
    it(`is none when it reads "${typed}"`, () => {
      assert.equal(typedPairingCode(typed), undefined);
    });
  }
});
