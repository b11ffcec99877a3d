import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { SealBrokenError } from './aead.js';
import { BlindIndex } from './blind-index.js';
import { LocalKeyEncryption } from './key-encryption.js';

describe('LocalKeyEncryption', () => {
  const keys = new LocalKeyEncryption(randomBytes(32));
  const dataKey = randomBytes(32);

  it('unwraps what it wrapped, for the same subject only', async () => {
    const wrapped = await keys.wrap(dataKey, ['person-1']);
    assert.deepEqual(await keys.unwrap(wrapped, ['person-1']), dataKey);
    assert.equal(wrapped.wrapped.includes(dataKey), false);
    await assert.rejects(async () => keys.unwrap(wrapped, ['person-2']), SealBrokenError);
  });

  it('says whose key it is when it is not its own', async () => {
    const other = new LocalKeyEncryption(randomBytes(32));
    await assert.rejects(keys.unwrap(await other.wrap(dataKey, ['p']), ['p']), /is wrapped by local:/);
  });
});

describe('BlindIndex', () => {
  const index = new BlindIndex(randomBytes(32));

  it('is equal for what a registrar takes for equal', () => {
    assert.deepEqual(index.of('externalId', ' A-17 '), index.of('externalId', 'a-17'));
    assert.deepEqual(index.of('externalId', 'Ａ-17'), index.of('externalId', 'a-17')); // full width
  });

  it('differs by value, by field and by key', () => {
    const all = [
      index.of('externalId', 'a-17'),
      index.of('externalId', 'a-18'),
      index.of('email', 'a-17'),
      new BlindIndex(randomBytes(32)).of('externalId', 'a-17'),
    ];
    assert.equal(new Set(all.map((bytes) => bytes.toString('hex'))).size, all.length);
    for (const bytes of all) assert.equal(bytes.length, 32);
  });
});
