import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ChainedEvent, GENESIS, hashOf, lengthPrefixed } from './audit-chain.js';
import { AuditAction, type AuditEvent, AuditSubjectKind, requireCodes } from './audit-event.js';
import { AuditSeal } from './audit-seal.js';

const event: ChainedEvent = {
  sequence: '1',
  at: '1764000000000',
  action: 'SIGN_IN',
  actor: 'anonymous',
  subjectKind: 'USER',
  subjectId: null,
  outcome: 'REFUSED',
  correlationId: 'test-correlation',
  details: { reason: 'UNKNOWN_ACCOUNT', proof: 'PASSWORD' },
  previousHash: GENESIS,
};

describe('the chain of the audit', () => {
  it('hashes the same today as the day it was written', () => {
    assert.equal(hashOf(event).toString('hex'), '9f8d275a1cd22105196491dda4612095e49913777364266c47ed27c31ee5010d');
  });

  it('does not mind in which order PostgreSQL gives the details back', () => {
    const details = { proof: 'PASSWORD', reason: 'UNKNOWN_ACCOUNT' };
    assert.deepEqual(hashOf({ ...event, details }), hashOf(event));
  });

  const others: Partial<ChainedEvent>[] = [
    { sequence: '2' },
    { at: '1764000000001' },
    { at: null },
    { subjectId: '' },
    { subjectId: '-' },
    { actor: 'anonymous,4:USER' },
    { details: null },
    { details: [] },
    { details: { reason: ['UNKNOWN_ACCOUNT'], proof: 'PASSWORD' } },
    { details: { reason: 'UNKNOWN_ACCOUNT', proof: 1 } },
    { previousHash: Buffer.alloc(32, 1) },
    { previousHash: null },
  ];
  it('has another hash for everything else', () => {
    const hashes = [event, ...others.map((change) => ({ ...event, ...change }))].map((one) =>
      hashOf(one).toString('hex'),
    );
    assert.equal(new Set(hashes).size, others.length + 1);
  });

  it('keeps fields apart whatever they hold', () => {
    const cases = [['a', 'b'], ['ab'], ['a,1:b'], ['a', null], ['a', '-'], ['', 'ab'], ['é'], ['e']];
    assert.equal(new Set(cases.map(lengthPrefixed)).size, cases.length);
  });
});

describe('the seal of the end', () => {
  const seal = new AuditSeal(Buffer.alloc(32, 1));
  const hash = hashOf(event);

  it('fits its own end under its own key, and nothing else', () => {
    const made = seal.of('1', hash);
    assert.ok(seal.fits(made, '1', hash));
    assert.ok(!seal.fits(made, '2', hash));
    assert.ok(!seal.fits(made, '1', GENESIS));
    assert.ok(!seal.fits(made.subarray(1), '1', hash));
    assert.ok(!new AuditSeal(Buffer.alloc(32, 2)).fits(made, '1', hash));
  });
});

describe('what is recorded', () => {
  const good: AuditEvent = {
    action: AuditAction.SIGN_IN,
    actor: 'anonymous',
    subjectKind: AuditSubjectKind.USER,
    subjectId: null,
    details: { reason: 'UNKNOWN_ACCOUNT', permission: 'audit:read', version: '2026-1', roles: ['ADMIN', 'SRE'] },
  };
  it('may hold ids and codes', () => {
    requireCodes(good);
    requireCodes({ ...good, subjectId: '0198c0de-0000-7000-8000-000000000000' });
  });

  for (const bad of ['', 'ada@school.test', 'Ada Prueba', 'Ñandú', 'x'.repeat(65), 'a\nb', '0.9312']) {
    it(`may not hold ${JSON.stringify(bad)}`, () => {
      for (const changes of [
        { actor: bad },
        { subjectId: bad },
        { details: { a: bad } },
        { details: { a: ['b', bad] } },
      ])
        assert.throws(() => {
          requireCodes({ ...good, ...changes });
        }, /ids and codes only/);
    });
  }
});
