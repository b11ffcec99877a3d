import { assertNever } from '../../common/assert-never.js';
import { type Actor } from './actor.js';
import { mayDo, mayHolderDo, type Permission } from './permissions.js';

/** Whether this one may do it, whatever kind of actor it is. */
export function mayAct(actor: Actor, permission: Permission): boolean {
  switch (actor.kind) {
    case 'user':
    case 'device':
      return mayDo(actor.roles, permission);
    case 'holder':
      return mayHolderDo(permission);
    default:
      return assertNever(actor);
  }
}
