import assert from 'node:assert/strict';
import { createHmac, generateKeyPairSync } from 'node:crypto';
import { describe, it } from 'node:test';
import { TokenSigner } from './token-signer.js';

const newKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const minutes = (count: number): Date => new Date(Date.now() + count * 60_000);

describe('TokenSigner', () => {
  const profile = { issuer: 'school.test', audience: 'presente-checkpoint', type: 'presente-card+jwt' };
  const key = newKey();
  const signer = new TokenSigner(key, profile);
  const sign = (by = signer, expiresAt = minutes(5)) => by.sign({ jti: 'card-1' }, new Date(), expiresAt);

  it('verifies what it signed', async () => {
    const verified = await signer.verify(await sign());
    assert.ok(verified.ok);
    assert.equal(verified.claims.jti, 'card-1');
  });

  it('says EXPIRED only of its own tokens', async () => {
    const old = minutes(-1);
    assert.deepEqual(await signer.verify(await sign(signer, old)), { ok: false, reason: 'EXPIRED' });
    const foreign = await sign(new TokenSigner(newKey(), profile), old);
    assert.deepEqual(await signer.verify(foreign), { ok: false, reason: 'INVALID' });
  });

  it('signs the same claims to the same token, so that a lost QR can be drawn again', async () => {
    const at = new Date(1_800_000_000_000);
    const twice = [1, 2].map(() => signer.sign({ jti: 'card-1' }, at, minutes(5)));
    assert.equal(await twice[0], await twice[1]);
  });

  const attacks: Record<string, () => Promise<string> | string> = {
    'another key': () => sign(new TokenSigner(newKey(), profile)),
    'another audience': () => sign(new TokenSigner(key, { ...profile, audience: 'presente-api' })),
    'another institution': () => sign(new TokenSigner(key, { ...profile, issuer: 'other.test' })),
    'another type': () => sign(new TokenSigner(key, { ...profile, type: 'presente-access+jwt' })),
    'alg none': async () => {
      const [, payload = ''] = (await sign()).split('.');
      return `${encode({ alg: 'none', typ: profile.type, kid: signer.keyId })}.${payload}.`;
    },
    'HMAC with the public key id as secret': async () => {
      const [, payload = ''] = (await sign()).split('.');
      const head = `${encode({ alg: 'HS256', typ: profile.type, kid: signer.keyId })}.${payload}`;
      return `${head}.${createHmac('sha256', signer.keyId).update(head).digest('base64url')}`;
    },
    'its own key inside (jwk)': async () => {
      const pair = generateKeyPairSync('ed25519');
      const [, payload = ''] = (await sign()).split('.');
      return `${encode({ alg: 'EdDSA', typ: profile.type, kid: signer.keyId, jwk: pair.publicKey.export({ format: 'jwk' }) })}.${payload}.${'A'.repeat(86)}`;
    },
    'a changed payload': async () => {
      const [header = '', payload = '', signature = ''] = (await sign()).split('.');
      const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
      return [header, encode({ ...claims, jti: 'card-2' }), signature].join('.');
    },
    text: () => 'https://example.test/menu',
    nothing: () => '',
    'a flood': () => 'e'.repeat(5_000),
  };
  for (const [name, token] of Object.entries(attacks)) {
    it(`refuses ${name}`, async () => {
      assert.deepEqual(await signer.verify(await token()), { ok: false, reason: 'INVALID' });
    });
  }

  it('takes no key but Ed25519', () => {
    const rsa = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    const pkcs8 = rsa.export({ format: 'der', type: 'pkcs8' }).toString('base64');
    assert.throws(() => new TokenSigner(pkcs8, profile), /Ed25519/);
  });
});
