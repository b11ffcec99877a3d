import { assertNever } from '../../../common/assert-never.js';
import { type Actor } from '../../auth/index.js';

/** What an attempt says of where and by whom it was opened. */
interface Opened {
  readonly checkpointId: string;
  readonly openedBy: string;
}

/** The checkpoint that an actor is confined to; undefined when they may work at any. */
export function confinedTo(actor: Actor): string | undefined {
  switch (actor.kind) {
    case 'user':
      return undefined;
    case 'device':
      return actor.checkpointId;
    case 'holder':
      // No checkpoint has the id of a person: at none.
      return actor.id;
    default:
      return assertNever(actor);
  }
}

export function mayActAt(actor: Actor, checkpointId: string): boolean {
  const own = confinedTo(actor);
  return own === undefined || own === checkpointId;
}

/** A device sees what it opened itself, at its own checkpoint. */
export const maySeeAttempt = (actor: Actor, { checkpointId, openedBy }: Opened): boolean =>
  confinedTo(actor) === undefined || (mayActAt(actor, checkpointId) && openedBy === actor.id);
