import { randomBytes } from 'node:crypto';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { open, seal, SealBrokenError } from './aead.js';

describe('aead', () => {
  const key = randomBytes(32);
  const binding = ['template', 'person-1', 'arcface'];
  const sealed = seal(key, Buffer.from('five hundred numbers'), binding);

  it('opens what it sealed under the same key and binding', () => {
    assert.equal(open(key, sealed, binding).toString(), 'five hundred numbers');
  });

  it('never seals the same bytes twice alike', () => {
    assert.notDeepEqual(seal(key, Buffer.from('x'), binding), seal(key, Buffer.from('x'), binding));
  });

  it('refuses every single changed byte', () => {
    for (let index = 0; index < sealed.length; index++) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(index) ^ 1, index);
      assert.throws(() => open(key, changed, binding), SealBrokenError, `byte ${index}`);
    }
  });

  const wrong: [string, Buffer, Buffer, readonly string[]][] = [
    ['another key', randomBytes(32), sealed, binding],
    ["another person's row", key, sealed, ['template', 'person-2', 'arcface']],
    ['words cut elsewhere', key, sealed, ['template', 'person-1arc', 'face']],
    ['truncated', key, sealed.subarray(0, 20), binding],
    ['empty', key, Buffer.alloc(0), binding],
  ];
  for (const [name, withKey, bytes, under] of wrong) {
    it(`refuses ${name}`, () => {
      assert.throws(() => open(withKey, bytes, under), SealBrokenError);
    });
  }
});
