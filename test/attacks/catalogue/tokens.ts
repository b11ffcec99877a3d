import { createHmac, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { decodeJwt, SignJWT, UnsecuredJWT, type JWTHeaderParameters } from 'jose';
import { ApiClient } from '../../../scripts/client/api-client.js';
import { SigningKey } from '../../../src/platform/crypto/signing-key.js';
import { type AttackGroup, judge, type Outcome } from '../attack.js';
import { Canary } from '../canary.js';
import { type Target } from '../target.js';
import { verifyingBy, verifyingWithout } from './cuts.js';

const TYPE = 'presente-access+jwt';

const ask = async ({ url }: Target, token: string): Promise<Outcome> =>
  judge((await new ApiClient(url, token).errorCode('{ me { id } }')) as string | undefined, {
    stopped: /^UNAUTHENTICATED$/,
    through: /^no error$/,
  });

/** What the administrator's token says. */
const claimsOf = ({ admin }: Target) => decodeJwt<{ sid: string }>(admin.token ?? '');

/** The key that signs access tokens: nobody has it, but a mistake elsewhere may sign with it. */
const ourKey = ({ environment }: Target): SigningKey => new SigningKey(environment['ACCESS_TOKEN_KEY'] ?? '');

const stranger = () => generateKeyPairSync('ed25519');

const signed = (
  target: Target,
  key: KeyObject,
  header: Partial<JWTHeaderParameters>,
  changed: Record<string, unknown> = {},
): Promise<string> =>
  new SignJWT({ ...claimsOf(target), ...changed })
    .setProtectedHeader({ alg: 'EdDSA', typ: TYPE, kid: ourKey(target).id, ...header })
    .sign(key);

const oursWith = async (target: Target, header: Partial<JWTHeaderParameters>, changed: Record<string, unknown>) =>
  ask(target, await signed(target, ourKey(target).privateKey, header, changed));

export const tokens: AttackGroup = {
  title: 'tokens',
  attacks: [
    {
      name: 'Writing oneself a token without a signature (`alg` none)',
      defence: 'one fixed algorithm',
      source: 'RFC 8725 3.1, ASVS 9.1.2',
      weakening: { kind: 'api', cuts: [verifyingBy('believeNone')] },
      run: (target) => ask(target, new UnsecuredJWT(claimsOf(target)).encode()),
    },
    {
      name: 'Signing with the public key as an HMAC secret (`alg` confusion)',
      defence: 'one fixed algorithm',
      source: 'RFC 8725 3.1, ASVS 9.1.2',
      weakening: { kind: 'api', cuts: [verifyingBy('believeAlgorithm')] },
      run: (target) => {
        const { id, publicKey } = ourKey(target);
        const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
        const text = `${part({ alg: 'HS256', typ: TYPE, kid: id })}.${part(claimsOf(target))}`;
        const secret = Buffer.from(String(publicKey.export({ format: 'jwk' }).x), 'base64url');
        return ask(target, `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`);
      },
    },
    {
      name: 'Bringing the key along in the token (`jwk`)',
      defence: 'keys only from the settings',
      source: 'RFC 8725 3.10, ASVS 9.1.3',
      weakening: { kind: 'api', cuts: [verifyingBy('believeHeaderKeys')] },
      run: async (target) => {
        const { privateKey, publicKey } = stranger();
        return ask(target, await signed(target, privateKey, { jwk: publicKey.export({ format: 'jwk' }) }));
      },
    },
    {
      name: 'Making the server fetch the key from elsewhere (`jku`)',
      defence: 'keys only from the settings',
      source: 'RFC 8725 3.10, ASVS 9.1.3, OWASP SSRF',
      weakening: { kind: 'api', cuts: [verifyingBy('believeHeaderKeys')] },
      run: async (target) => {
        const { privateKey, publicKey } = stranger();
        const key = { ...publicKey.export({ format: 'jwk' }), kid: ourKey(target).id, alg: 'EdDSA' };
        await using canary = await Canary.start({ keys: [key] });
        const outcome = await ask(target, await signed(target, privateKey, { jku: canary.url }));
        return { ...outcome, through: outcome.through || canary.visits > 0 };
      },
    },
    {
      name: 'Signing with another key under the name of ours (`kid`)',
      defence: 'verification of the signature',
      source: 'ASVS 9.1.1',
      weakening: { kind: 'api', cuts: [verifyingBy('believeAll')] },
      run: async (target) => ask(target, await signed(target, stranger().privateKey, {})),
    },
    {
      name: 'Using another kind of token as an access token (`typ`)',
      defence: 'a type for each kind of token',
      source: 'RFC 8725 3.11, ASVS 9.2.2',
      weakening: { kind: 'api', cuts: [verifyingWithout('typ: this.profile.type,')] },
      run: (target) => oursWith(target, { typ: 'presente-card+jwt' }, {}),
    },
    {
      name: 'Using a token that is meant for another service (`aud`)',
      defence: 'an audience for each kind of token',
      source: 'RFC 8725 3.9, ASVS 9.2.3',
      weakening: { kind: 'api', cuts: [verifyingWithout('audience: this.profile.audience,')] },
      run: (target) => oursWith(target, {}, { aud: 'presente-checkpoint' }),
    },
    {
      name: 'Using a token of another institution (`iss`)',
      defence: 'the institution as issuer',
      source: 'RFC 8725 3.8',
      weakening: { kind: 'api', cuts: [verifyingWithout('issuer: this.profile.issuer,')] },
      run: (target) => oursWith(target, {}, { iss: 'other.school' }),
    },
    {
      name: 'Using a token after its time',
      defence: 'the check of its time',
      source: 'ASVS 9.2.1',
      weakening: {
        kind: 'api',
        cuts: [
          {
            module: 'src/platform/crypto/token-signer.js',
            find: "requiredClaims: ['iat', 'exp'],",
            put: "requiredClaims: ['iat', 'exp'], clockTolerance: 1e9,",
          },
        ],
      },
      run: (target) => {
        const now = Math.floor(Date.now() / 1_000);
        return oursWith(target, {}, { iat: now - 660, exp: now - 60 });
      },
    },
  ],
};
