import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { SealBrokenError } from './aead.js';
import { BlindIndex } from './blind-index.js';
import { LocalKeyEncryption, UnknownKekError } from './key-encryption.js';
import { KeyRing } from './key-ring.js';

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
    await assert.rejects(keys.unwrap(await other.wrap(dataKey, ['p']), ['p']), UnknownKekError);
  });
});

describe('KeyRing', () => {
  const [old, current] = [randomBytes(32), randomBytes(32)].map((key) => new LocalKeyEncryption(key));
  const dataKey = randomBytes(32);

  it('wraps with the first key, and unwraps what any of them wrapped', async () => {
    const ring = new KeyRing([current!, old!]);
    assert.equal((await ring.wrap(dataKey, ['p'])).kekId, current!.kekId);
    for (const keys of [old!, current!, ring])
      assert.deepEqual(await ring.unwrap(await keys.wrap(dataKey, ['p']), ['p']), dataKey);
  });

  it('says whose key it is when the key was taken out too early', async () => {
    const wrapped = await old!.wrap(dataKey, ['p']);
    await assert.rejects(new KeyRing([current!]).unwrap(wrapped, ['p']), UnknownKekError);
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
