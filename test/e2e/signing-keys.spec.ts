import assert from 'node:assert/strict';
import { createPublicKey } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { createVerifier } from 'fast-jwt';
import { createRemoteJWKSet, decodeProtectedHeader, type JSONWebKeySet, jwtVerify } from 'jose';
import { ApiClient } from '../../scripts/client/api-client.js';
import { freshSecrets } from '../../scripts/launcher/secrets.js';
import { SigningKey } from '../../src/platform/crypto/signing-key.js';
import { TokenSigner } from '../../src/platform/crypto/token-signer.js';
import { createDatabase, type TestDatabase, withoutPostgres } from '../support/servers.js';
import { type RunningProcess, startApi, startStack, type Stack } from '../support/stack.js';

describe('signing keys', { skip: withoutPostgres }, () => {
  let database: TestDatabase;
  let stack: Stack;
  let token: string;
  const others: RunningProcess[] = [];

  before(async () => {
    database = await createDatabase();
    stack = await startStack({ databaseUrl: database.url });
    token = (await ApiClient.signIn(stack.api.url, stack.admin)).token ?? '';
  });
  after(async () => {
    for (const { kill } of others) kill('SIGTERM');
    await Promise.all(others.map(({ ended }) => ended));
    await stack.stop();
    await database.drop();
  });

  const published = async (url: string): Promise<JSONWebKeySet> =>
    (await fetch(`${url}/.well-known/jwks.json`)).json() as Promise<JSONWebKeySet>;
  const secret = (name: string): string => stack.environment[name] ?? '';
  const refused = (url: string, accessToken: string) => new ApiClient(url, accessToken).errorCode('{ me { id } }');

  it('are published, those of access tokens and cards, to be kept for five minutes', async () => {
    const response = await fetch(`${stack.api.url}/.well-known/jwks.json`);
    assert.match(response.headers.get('content-type') ?? '', /^application\/jwk-set\+json/);
    assert.equal(response.headers.get('cache-control'), 'public, max-age=300');
    const { keys } = (await response.json()) as JSONWebKeySet;
    assert.deepEqual(
      keys,
      ['ACCESS_TOKEN_KEY', 'CREDENTIAL_KEY'].map((name) => new SigningKey(secret(name)).publicJwk),
    );
    for (const key of keys) {
      assert.deepEqual([key.kty, key.crv, key.use, key.alg], ['OKP', 'Ed25519', 'sig', 'EdDSA']);
      assert.equal('d' in key, false);
    }
    assert.notEqual(response.headers.get('etag'), null);
  });

  it('let another library verify our tokens', async () => {
    const { keys } = await published(stack.api.url);
    const verify = createVerifier({
      key: ({ header }: { header: { kid?: string } }) => {
        const jwk = keys.find(({ kid }) => kid === header.kid);
        if (jwk === undefined) throw new Error('unknown key');
        return Promise.resolve(createPublicKey({ key: jwk, format: 'jwk' }).export({ format: 'pem', type: 'spki' }));
      },
      algorithms: ['EdDSA'],
      allowedIss: 'presente.local',
      requiredClaims: ['exp', 'iat', 'sub', 'sid'],
    });
    const claims = (await verify(token)) as { aud: string; iat: number; exp: number };
    assert.equal(claims.aud, 'presente-api');
    assert.equal(claims.exp - claims.iat, 600);
    const card = await new TokenSigner([secret('CREDENTIAL_KEY')], {
      issuer: 'presente.local',
      audience: 'presente-checkpoint',
      type: 'presente-card+jwt',
    }).sign({ jti: 'card-1', sub: '', sid: '' }, new Date(), new Date(Date.now() + 60_000));
    assert.equal(((await verify(card)) as { jti: string }).jti, 'card-1');
    const [header, payload, signature = ''] = token.split('.');
    const changed = `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
    await assert.rejects(async () => verify([header, payload, changed].join('.')), /signature/i);
  });

  it('let whoever follows the published set verify them', async () => {
    const remote = createRemoteJWKSet(new URL(`${stack.api.url}/.well-known/jwks.json`));
    const { protectedHeader } = await jwtVerify(token, remote, { issuer: 'presente.local', audience: 'presente-api' });
    assert.equal(protectedHeader.typ, 'presente-access+jwt');
  });

  it('change without signing anybody out, and the old one is worthless once it is dropped', async () => {
    const [old, next] = [secret('ACCESS_TOKEN_KEY'), freshSecrets().ACCESS_TOKEN_KEY];
    const api = async (keys: string) => {
      const started = await startApi(stack.environment, { ACCESS_TOKEN_KEY: keys });
      others.push(started);
      return started.url;
    };
    const [rotated, ended] = await Promise.all([api(`${next},${old}`), api(next)]);

    assert.equal(await refused(rotated, token), undefined, 'a token of before');
    const { token: later = '' } = await ApiClient.signIn(rotated, stack.admin);
    assert.equal(decodeProtectedHeader(later).kid, new SigningKey(next).id);
    assert.deepEqual(
      (await published(rotated)).keys.map(({ kid }) => kid).slice(0, 2),
      [next, old].map((key) => new SigningKey(key).id),
    );
    assert.equal(await refused(ended, later), undefined);
    assert.equal(await refused(ended, token), 'UNAUTHENTICATED', 'a token of the dropped key');
    assert.equal(await refused(stack.api.url, later), 'UNAUTHENTICATED', 'a key that was not announced');
  });
});
