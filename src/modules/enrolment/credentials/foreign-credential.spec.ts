import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { looksForeign } from './foreign-credential.js';

const form = { issuer: 'here.example', audience: 'presente-checkpoint', types: ['presente-card+jwt'] };
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const header = { alg: 'EdDSA', typ: 'presente-card+jwt', kid: 'x' };
const payload = { iss: 'there.example', aud: 'presente-checkpoint', jti: '1' };
const token = (ofHeader: object = {}, ofPayload: object = {}): string =>
  `${part({ ...header, ...ofHeader })}.${part({ ...payload, ...ofPayload })}.AAAA`;

describe('a text that we did not sign', () => {
  const cases: [name: string, text: string, foreign: boolean][] = [
    ['a card of another institution', token(), true],
    ['a card that says it is ours', token({}, { iss: 'here.example' }), false],
    ['a card without an issuer', token({}, { iss: undefined }), false],
    ['an issuer that is no text', token({}, { iss: ['there.example'] }), false],
    ['another kind of token', token({ typ: 'JWT' }), false],
    ['another algorithm', token({ alg: 'none' }), false],
    ['for somebody else', token({}, { aud: 'presente-api' }), false],
    ['only a text', 'https://example.org/menu', false],
    ['three dots', '...', false],
    ['nothing', '', false],
  ];
  for (const [name, text, foreign] of cases) {
    it(`${name}: ${foreign ? 'foreign' : 'invalid'}`, () => {
      assert.equal(looksForeign(text, form), foreign);
    });
  }
});
