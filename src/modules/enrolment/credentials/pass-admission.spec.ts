import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CredentialRow } from './credential.entity.js';
import { CredentialKind } from './credential.type.js';
import { admitPass, type PassClaims } from './pass-admission.js';

const now = new Date('2026-11-24T08:00:00Z');
const seconds = (count: number): Date => new Date(now.getTime() + count * 1_000);
const claims: PassClaims = { showingId: 's', credentialId: 'c', drawnAt: seconds(-1), expiresAt: seconds(14) };
const row = {
  id: 'c',
  personId: 'p',
  kind: CredentialKind.PASS,
  issuedBy: 'u',
  issuedAt: seconds(-86_400),
  expiresAt: seconds(86_400),
  revokedAt: null,
  revokedReason: null,
} satisfies CredentialRow;

describe('a pass whose signature is ours', () => {
  const cases: [name: string, claims: Partial<PassClaims>, row: Partial<CredentialRow> | null, refusal?: string][] = [
    ['is admitted', {}, {}],
    ['is admitted in its last moment', { expiresAt: seconds(0.001) }, {}],
    ['has no leeway', { expiresAt: now }, {}, 'PASS_EXPIRED'],
    ['is no good seconds later', { expiresAt: seconds(-1) }, {}, 'PASS_EXPIRED'],
    ['names a credential that is not there', {}, null, 'INVALID'],
    ['names a card', {}, { kind: CredentialKind.CARD }, 'INVALID'],
    ['was revoked a moment ago', {}, { revokedAt: seconds(-0.001), revokedReason: 'Lost.' }, 'REVOKED'],
    ['was revoked, whatever else', { expiresAt: seconds(-1) }, { revokedAt: now, expiresAt: now }, 'REVOKED'],
    ['has outlived its credential', {}, { expiresAt: now }, 'EXPIRED'],
  ];
  for (const [name, ofClaims, ofRow, refusal] of cases) {
    it(`${name}: ${refusal ?? 'admitted'}`, () => {
      const found: CredentialRow | null = ofRow === null ? null : { ...row, ...ofRow };
      assert.equal(admitPass({ ...claims, ...ofClaims }, found, now), refusal);
    });
  }
});
