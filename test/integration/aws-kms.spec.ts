import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, afterEach, before, describe, it } from 'node:test';
import { inspect } from 'node:util';
import { UnavailableError } from '../../src/common/errors/domain-error.js';
import { SealBrokenError } from '../../src/platform/crypto/aead.js';
import { createKeyEncryption } from '../../src/platform/crypto/create-key-encryption.js';
import { type KeyEncryption, UnknownKekError } from '../../src/platform/crypto/key-encryption.js';
import { FakeKms } from '../support/fake-kms.js';

describe('key encryption by AWS KMS, through the SDK', () => {
  let kms: FakeKms;
  let keyId: string;
  let keys: KeyEncryption;
  const local = randomBytes(32);
  const dataKey = randomBytes(32);
  const settings = (KEY_ENCRYPTION: 'local' | 'aws-kms', ids: string[]) => ({
    KEY_ENCRYPTION,
    KEY_ENCRYPTION_KEY: [local],
    AWS_KMS_KEY_ID: ids,
    AWS_KMS_ENDPOINT: kms.url,
  });

  before(async () => {
    // Where the SDK looks by itself.
    Object.assign(process.env, {
      AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'example',
      AWS_REGION: 'eu-west-1',
    });
    kms = await FakeKms.start();
    keyId = kms.createKey();
    keys = await createKeyEncryption(settings('aws-kms', [keyId]));
  });
  after(() => kms.stop());
  afterEach(() => {
    kms.mood = 'well';
    kms.seen.length = 0;
  });

  it('asks as the API is documented, signed, with the subject as the context', async () => {
    const wrapped = await keys.wrap(dataKey, ['person-1']);
    assert.deepEqual(await keys.unwrap(wrapped, ['person-1']), dataKey);
    assert.equal(wrapped.kekId, `aws-kms:${keyId}`);
    assert.equal(wrapped.wrapped.includes(dataKey), false);
    const context = { 'presente-0': 'data-key', 'presente-1': 'person-1' };
    assert.deepEqual(
      kms.seen.map(({ action, body }) => ({ action, body })),
      [
        {
          action: 'Encrypt',
          body: { KeyId: keyId, Plaintext: dataKey.toString('base64'), EncryptionContext: context },
        },
        {
          action: 'Decrypt',
          body: { KeyId: keyId, CiphertextBlob: wrapped.wrapped.toString('base64'), EncryptionContext: context },
        },
      ],
    );
    for (const { headers } of kms.seen) {
      assert.equal(headers['content-type'], 'application/x-amz-json-1.1');
      assert.match(headers.authorization ?? '', /^AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE\/\d{8}\/eu-west-1\/kms\//);
    }
  });

  it('opens a data key for its own subject only, and unchanged', async () => {
    const wrapped = await keys.wrap(dataKey, ['person-1']);
    await assert.rejects(keys.unwrap(wrapped, ['person-2']), SealBrokenError);
    const changed = Buffer.from(wrapped.wrapped);
    changed.writeUInt8(changed.readUInt8(changed.length - 1) ^ 1, changed.length - 1);
    await assert.rejects(keys.unwrap({ ...wrapped, wrapped: changed }, ['person-1']), SealBrokenError);
  });

  it('keeps no data key: each use is asked for and can be seen in the log of the service', async () => {
    const wrapped = await keys.wrap(dataKey, ['p']);
    await keys.unwrap(wrapped, ['p']);
    await keys.unwrap(wrapped, ['p']);
    assert.equal(kms.seen.filter(({ action }) => action === 'Decrypt').length, 2);
  });

  for (const mood of ['fail', 'throttle', 'deny', 'hang'] as const) {
    it(`says "try again" within seconds when the service does not give an answer (${mood}), and shows no key`, async () => {
      const wrapped = await keys.wrap(dataKey, ['p']);
      kms.seen.length = 0;
      kms.mood = mood;
      const started = performance.now();
      for (const asked of [() => keys.unwrap(wrapped, ['p']), () => keys.wrap(dataKey, ['p'])]) {
        await assert.rejects(asked(), (error) => {
          assert.ok(error instanceof UnavailableError);
          const shown = inspect(error, { depth: 9, showHidden: true });
          for (const secret of [
            dataKey.toString('base64'),
            dataKey.toString('hex'),
            wrapped.wrapped.toString('base64'),
          ])
            assert.equal(shown.includes(secret), false);
          return true;
        });
      }
      assert.ok(performance.now() - started < 15_000);
      assert.ok(kms.seen.length <= 6, 'three tries for each at most');
      if (mood === 'deny') assert.equal(kms.seen.length, 2, 'trying again cannot help');
    });
  }

  it('goes on when the service is well again', async () => {
    const wrapped = await keys.wrap(dataKey, ['p']);
    kms.mood = 'fail';
    setTimeout(() => (kms.mood = 'well'), 50);
    assert.deepEqual(await keys.unwrap(wrapped, ['p']).catch(() => keys.unwrap(wrapped, ['p'])), dataKey);
  });

  it('can be moved to from a local key, to another key, and back', async () => {
    const other = kms.createKey();
    const stages = [
      await createKeyEncryption(settings('local', [])),
      await createKeyEncryption(settings('aws-kms', [keyId])),
      await createKeyEncryption(settings('aws-kms', [other, keyId])),
      await createKeyEncryption(settings('local', [other])),
    ] as const;
    let wrapped = await stages[0].wrap(dataKey, ['p']);
    for (const stage of stages) {
      assert.deepEqual(await stage.unwrap(wrapped, ['p']), dataKey);
      wrapped = await stage.wrap(dataKey, ['p']);
      assert.equal(wrapped.kekId, stage.kekId);
    }
    const foreign = await stages[2].wrap(dataKey, ['p']);
    await assert.rejects(stages[1].unwrap(foreign, ['p']), UnknownKekError);
  });
});
