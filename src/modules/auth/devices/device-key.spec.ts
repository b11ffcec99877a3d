import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { describe, it } from 'node:test';
import { algorithmOf, deviceKeyOf, type GivenKey } from './device-key.js';

const jwkOf = (publicKey: ReturnType<typeof generateKeyPairSync>['publicKey']): GivenKey =>
  publicKey.export({ format: 'jwk' }) as unknown as GivenKey;
const p256 = jwkOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey);
const p384 = jwkOf(generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey);
const ed25519 = jwkOf(generateKeyPairSync('ed25519').publicKey);

describe('the key of a device', () => {
  it('may be on P-256 or Ed25519, and goes with one algorithm', () => {
    assert.deepEqual([p256, ed25519].map(deviceKeyOf), [p256, ed25519]);
    assert.deepEqual(
      [p256, ed25519].map((key) => algorithmOf(deviceKeyOf(key)!)),
      ['ES256', 'EdDSA'],
    );
  });

  const bad: Record<string, GivenKey> = {
    'of another curve': p384,
    'no point of its curve': { ...p256, y: p256.x },
    'without its y': { ...p256, y: null },
    'of a kind that is not its curve’s': { ...p256, kty: 'OKP' },
    'too short': { ...ed25519, x: 'AAAA' },
    'a shared secret': { kty: 'oct', crv: 'P-256', x: 'c2VjcmV0' },
    'not base64': { ...ed25519, x: '§' },
  };
  for (const [name, key] of Object.entries(bad)) {
    it(`is refused when it is ${name}`, () => {
      assert.equal(deviceKeyOf(key), undefined);
    });
  }

  it('is kept without what else came with it', () => {
    const given = { ...p256, d: 'private', key_ops: ['verify'] };
    assert.deepEqual(deviceKeyOf(given), p256);
  });
});
