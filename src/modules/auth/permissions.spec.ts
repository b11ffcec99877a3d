import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DeviceRole, mayDo, mayHolderDo, Permission, Role } from './permissions.js';

/** What each role is trusted with, said a second time: a change of the table must be meant. */
const expected: Record<Role | DeviceRole, string> = {
  ADMIN: Object.values(Permission)
    .filter((permission) => !permission.startsWith('own:') && permission !== Permission.LogRead)
    .toSorted()
    .join(' '),
  REGISTRAR:
    'board:read board:write consent:manage credential:manage enrolment:manage erasure:read lock:lift person:erase person:export person:manage person:read self:manage self:read',
  OPERATOR:
    'board:read board:write checkpoint:read device:read device:revoke lock:lift review:decide self:manage self:read statistics:read validation:attest validation:list validation:open validation:read',
  AUDITOR:
    'audit:read board:read checkpoint:read device:read erasure:read log:read person:read retention:read self:manage self:read statistics:read user:read validation:list validation:read',
  SRE: 'board:read board:write fault:manage log:read self:manage self:read statistics:read system:read',
  KIOSK: 'checkpoint:read validation:open validation:read',
};

describe('permissions', () => {
  for (const role of [...Object.values(Role), ...Object.values(DeviceRole)]) {
    it(role, () => {
      const allowed = Object.values(Permission).filter((permission) => mayDo([role], permission));
      assert.equal(allowed.toSorted().join(' '), expected[role]);
    });
  }

  it('of a person on their own page', () => {
    const allowed = Object.values(Permission).filter(mayHolderDo);
    assert.equal(allowed.toSorted().join(' '), 'own:consent own:export own:pass own:pin own:profile own:session');
  });

  it('add up over roles, and are only the common ones without any', () => {
    assert.ok(mayDo([Role.SRE, Role.OPERATOR], Permission.ValidationOpen));
    assert.ok(!mayDo([], Permission.PersonRead));
    assert.ok(mayDo([], Permission.SelfRead));
    assert.ok(mayDo([], Permission.SelfManage));
  });
});
