import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Actor } from '../../auth/index.js';
import { CredentialKind } from '../../enrolment/index.js';
import { ValidationReason } from '../attempts/validation-reason.js';
import { judgeTurn, needsTurn, type PresentedTurn } from './turn-verdict.js';

const user: Actor = { kind: 'user', id: 'u', roles: [], sessionId: 's' };
const device: Actor = { kind: 'device', id: 'd', roles: [], checkpointId: 'north' };
const fresh: PresentedTurn = { checkpointId: 'north', openedBy: 'd', used: false, expired: false };

describe('a turn', () => {
  const needs: [actor: Actor, kind: CredentialKind | null, needed: boolean][] = [
    [device, CredentialKind.CARD, true],
    [device, null, true],
    [user, CredentialKind.CARD, false],
    [user, null, false],
  ];
  for (const [actor, credentialKind, needed] of needs) {
    it(`is ${needed ? '' : 'not '}needed by a ${actor.kind} who was shown ${credentialKind ?? 'no credential'}`, () => {
      assert.equal(needsTurn({ actor, credentialKind }), needed);
    });
  }

  const cases: Record<string, [turn: PresentedTurn | undefined, reason: ValidationReason | undefined]> = {
    'given here, to who uses it': [fresh, undefined],
    'never given': [undefined, ValidationReason.TURN_UNKNOWN],
    'given at another checkpoint': [{ ...fresh, checkpointId: 'south' }, ValidationReason.TURN_ELSEWHERE],
    'given to somebody else': [{ ...fresh, openedBy: 'e' }, ValidationReason.TURN_ELSEWHERE],
    used: [{ ...fresh, used: true }, ValidationReason.TURN_USED],
    'used and too old': [{ ...fresh, used: true, expired: true }, ValidationReason.TURN_USED],
    'too old': [{ ...fresh, expired: true }, ValidationReason.TURN_EXPIRED],
    'used by somebody else': [{ ...fresh, openedBy: 'e', used: true }, ValidationReason.TURN_ELSEWHERE],
  };
  for (const [name, [turn, reason]] of Object.entries(cases)) {
    it(`${name}: ${reason ?? 'good'}`, () => {
      assert.equal(judgeTurn(turn, { checkpointId: 'north', actor: device, credentialKind: null }), reason);
    });
  }
});
