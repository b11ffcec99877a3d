import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Actor } from '../../auth/index.js';
import { confinedTo, mayActAt, maySeeAttempt } from './reach.js';

const user: Actor = { kind: 'user', id: 'u', roles: [], sessionId: 's' };
const device: Actor = { kind: 'device', id: 'd', roles: [], checkpointId: 'north' };

const cases: [actor: Actor, checkpointId: string, openedBy: string, acts: boolean, sees: boolean][] = [
  [user, 'north', 'u', true, true],
  [user, 'south', 'd', true, true],
  [device, 'north', 'd', true, true],
  [device, 'north', 'another device', true, false],
  [device, 'north', 'u', true, false],
  [device, 'south', 'd', false, false],
  [device, 'south', 'u', false, false],
];

describe('the reach of', () => {
  for (const [actor, checkpointId, openedBy, acts, sees] of cases) {
    it(`a ${actor.kind}, at ${checkpointId}, for what ${openedBy} opened`, () => {
      assert.equal(mayActAt(actor, checkpointId), acts);
      assert.equal(maySeeAttempt(actor, { checkpointId, openedBy }), sees);
    });
  }

  it('a device is one checkpoint', () => {
    assert.deepEqual([confinedTo(device), confinedTo(user)], ['north', undefined]);
  });
});
