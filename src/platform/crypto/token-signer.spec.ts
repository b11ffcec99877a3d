import assert from 'node:assert/strict';
import { createHmac, createPrivateKey, generateKeyPairSync, sign as signBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { SigningKey } from './signing-key.js';
import { TokenSigner } from './token-signer.js';

const newKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
const encode = (text: string): string => Buffer.from(text).toString('base64url');
const minutes = (count: number): Date => new Date(Date.now() + count * 60_000);

describe('TokenSigner', () => {
  const profile = { issuer: 'school.test', audience: 'presente-checkpoint', type: 'presente-card+jwt' };
  const key = newKey();
  const { id: kid, publicKey, publicJwk: ownJwk } = new SigningKey(key);
  const signer = new TokenSigner([key], profile);
  const sign = (by = signer, expiresAt = minutes(5)) => by.sign({ jti: 'card-1' }, new Date(), expiresAt);
  const invalid = { ok: false, reason: 'INVALID' };

  it('verifies what it signed', async () => {
    const verified = await signer.verify(await sign());
    assert.ok(verified.ok);
    assert.equal(verified.claims.jti, 'card-1');
  });

  it('says EXPIRED only of its own tokens, and what those said', async () => {
    const old = minutes(-1);
    const expired = await signer.verify(await sign(signer, old));
    assert.ok(!expired.ok && expired.reason === 'EXPIRED');
    assert.equal(expired.claims.jti, 'card-1');
    const foreign = await sign(new TokenSigner([newKey()], profile), old);
    assert.deepEqual(await signer.verify(foreign), invalid);
  });

  it('says EXPIRED of a token that it found good a moment ago', async ({ mock }) => {
    mock.timers.enable({ apis: ['Date'], now: Date.now() });
    const expiresAt = minutes(1);
    const token = await sign(signer, expiresAt);
    assert.ok((await signer.verify(token)).ok);
    mock.timers.setTime(expiresAt.getTime());
    const later = await signer.verify(token);
    assert.ok(!later.ok && later.reason === 'EXPIRED');
  });

  it('signs the same claims to the same token, so that a lost QR can be drawn again', async () => {
    const [at, end] = [new Date(1_800_000_000_000), new Date(1_800_000_300_000)];
    const twice = [1, 2].map(() => signer.sign({ jti: 'card-1' }, at, end));
    assert.equal(await twice[0], await twice[1]);
  });

  it('changes keys without a break: tokens of a key are good for as long as it is in the list', async () => {
    const next = newKey();
    const announced = new TokenSigner([key, next], profile);
    const rotated = new TokenSigner([next, key], profile);
    const ended = new TokenSigner([next], profile);
    const [before, after] = [await sign(announced), await sign(rotated)];
    const good = (by: TokenSigner, token: string) => by.verify(token).then(({ ok }) => ok);
    for (const by of [announced, rotated]) {
      assert.ok(await good(by, before));
      assert.ok(await good(by, after));
    }
    assert.ok(await good(signer, before), 'the first key signs');
    assert.ok(await good(ended, after), 'the new first key signs');
    assert.deepEqual(await ended.verify(before), invalid);
  });

  /** A token as somebody would make it who has `by`, our own key unless another is said: only the words are wrong. */
  const forged = (header: object, payload: object | string = {}, by = key): string => {
    const { privateKey } = new SigningKey(by);
    const now = Math.floor(Date.now() / 1_000);
    const claims = { jti: 'card-1', iss: profile.issuer, aud: profile.audience, iat: now, exp: now + 300 };
    const text = typeof payload === 'string' ? payload : JSON.stringify({ ...claims, ...payload });
    const head = `${encode(JSON.stringify({ alg: 'EdDSA', typ: profile.type, kid, ...header }))}.${encode(text)}`;
    return `${head}.${signBytes(null, Buffer.from(head), privateKey).toString('base64url')}`;
  };
  const hmacked = (secret: string | Buffer): string => {
    const [, payload = ''] = forged({}).split('.');
    const head = `${encode(JSON.stringify({ alg: 'HS256', typ: profile.type, kid }))}.${payload}`;
    return `${head}.${createHmac('sha256', secret).update(head).digest('base64url')}`;
  };
  const attacker = newKey();
  const attackerJwk = new SigningKey(attacker).publicJwk;
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

  it('takes the forger’s token when nothing in it is wrong, so that what follows is refused for what is', async () => {
    assert.ok((await signer.verify(forged({}))).ok);
  });

  const attacks: Record<string, () => string> = {
    'another key': () => forged({}, {}, attacker),
    'another key under its own name': () => forged({ kid: new SigningKey(attacker).id }, {}, attacker),
    'no kid': () => forged({ kid: undefined }),
    'a kid that is a path': () => forged({ kid: '../../dev/null' }),
    'a kid of the prototype': () => forged({ kid: '__proto__' }),
    'a kid that is no text': () => forged({ kid: [kid] }),
    'another audience': () => forged({}, { aud: 'presente-api' }),
    'no audience': () => forged({}, { aud: undefined }),
    'another institution': () => forged({}, { iss: 'other.test' }),
    'no institution': () => forged({}, { iss: undefined }),
    'another type': () => forged({ typ: 'presente-access+jwt' }),
    'the type of any token': () => forged({ typ: 'JWT' }),
    'no type': () => forged({ typ: undefined }),
    'no end': () => forged({}, { exp: undefined }),
    'an end that is no number': () => forged({}, { exp: '9999999999' }),
    'no beginning': () => forged({}, { iat: undefined }),
    'not yet good': () => forged({}, { nbf: Math.floor(Date.now() / 1_000) + 600 }),
    'a critical extension that we do not know': () => forged({ crit: ['b65'], b65: 1 }),
    'a payload that is not encoded (b64)': () => forged({ crit: ['b64'], b64: false }),
    'the algorithm named by its curve': () => forged({ alg: 'Ed25519' }),
    'alg none': () => `${forged({ alg: 'none' }).split('.').slice(0, 2).join('.')}.`,
    'alg none in other letters': () => `${forged({ alg: 'nOnE' }).split('.').slice(0, 2).join('.')}.`,
    'HMAC with the public key (DER) as secret': () => hmacked(publicKey.export({ format: 'der', type: 'spki' })),
    'HMAC with the public key (PEM) as secret': () => hmacked(publicKey.export({ format: 'pem', type: 'spki' })),
    'HMAC with the public key (JWK) as secret': () => hmacked(Buffer.from(ownJwk.x ?? '', 'base64url')),
    'HMAC with nothing as secret': () => hmacked(''),
    'a signature of another kind of key (ES256)': () => {
      const [header = '', payload = ''] = forged({ alg: 'ES256' }).split('.');
      const dsa = { key: ec, dsaEncoding: 'ieee-p1363' } as const;
      const signature = signBytes('sha256', Buffer.from(`${header}.${payload}`), dsa).toString('base64url');
      return `${header}.${payload}.${signature}`;
    },
    'its own key inside (jwk)': () => forged({ jwk: attackerJwk }, {}, attacker),
    'its own key inside, and no kid': () => forged({ jwk: attackerJwk, kid: undefined }, {}, attacker),
    'its own key elsewhere (jku)': () => forged({ jku: 'https://attacker.test/jwks.json' }, {}, attacker),
    'its own certificate elsewhere (x5u)': () => forged({ x5u: 'https://attacker.test/cert.pem' }, {}, attacker),
    'its own certificate inside (x5c)': () => forged({ x5c: ['MIIB'] }, {}, attacker),
    'a changed payload': () => {
      const [header = '', , signature = ''] = forged({}).split('.');
      return [header, forged({}, { jti: 'card-2' }).split('.')[1], signature].join('.');
    },
    'a claim said twice, wrong in the end': () =>
      forged(
        {},
        `{"jti":"card-1","iss":"school.test","aud":"presente-checkpoint","aud":"presente-api","iat":1,"exp":9999999999}`,
      ),
    'a payload that is no object': () => forged({}, '"card-1"'),
    'a payload that is no JSON': () => forged({}, '{'),
    'an empty signature': () => forged({}).replace(/[^.]+$/, ''),
    'four parts': () => `${forged({})}.e30`,
    text: () => 'https://example.test/menu',
    nothing: () => '',
    'a flood': () => forged({}, { filler: 'e'.repeat(5_000) }),
  };
  for (const [name, token] of Object.entries(attacks)) {
    it(`refuses ${name}`, async () => {
      assert.deepEqual(await signer.verify(token()), invalid);
    });
  }

  it('reads a claim that is said twice as JSON.parse does: the last one counts, for every check alike', async () => {
    const twice = (first: string, last: string) =>
      forged({}, `{"iss":"school.test","iat":1,"exp":9999999999,"aud":"${first}","aud":"${last}"}`);
    assert.ok((await signer.verify(twice('presente-api', profile.audience))).ok);
    assert.deepEqual(await signer.verify(twice(profile.audience, 'presente-api')), invalid);
  });

  it('takes no key but Ed25519, and not none', () => {
    const pkcs8 = ec.export({ format: 'der', type: 'pkcs8' }).toString('base64');
    assert.throws(() => new TokenSigner([pkcs8], profile), /Ed25519/);
    assert.throws(() => new TokenSigner([], profile), /must have a key/);
  });

  it('publishes nothing of a private key', () => {
    const { d } = createPrivateKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'pkcs8' }).export({
      format: 'jwk',
    });
    const jwk = new SigningKey(key).publicJwk;
    assert.deepEqual(Object.keys(jwk).toSorted(), ['alg', 'crv', 'kid', 'kty', 'use', 'x']);
    assert.ok(d !== undefined && !JSON.stringify(jwk).includes(d));
  });
});
