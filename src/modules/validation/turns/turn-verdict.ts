import { assertNever } from '../../../common/assert-never.js';
import { type Actor } from '../../auth/index.js';
import { CredentialKind } from '../../enrolment/index.js';
import { ValidationReason } from '../attempts/validation-reason.js';

/** A turn as it is at the moment when somebody wants to use it. */
export interface PresentedTurn {
  readonly checkpointId: string;
  readonly openedBy: string;
  readonly used: boolean;
  readonly expired: boolean;
}

export interface TurnUse {
  readonly checkpointId: string;
  readonly actor: Actor;
  /** Null when the QR is none of ours. */
  readonly credentialKind: CredentialKind | null;
}

/** Whether a QR of this kind could be a copy that somebody sent from elsewhere. */
const SHOWN_FOR_A_TURN: Readonly<Record<CredentialKind, boolean>> = {
  [CredentialKind.CARD]: false,
  [CredentialKind.PASS]: true,
};

/** A desk with an operator may take a card without one. */
export function needsTurn({ actor, credentialKind }: Pick<TurnUse, 'actor' | 'credentialKind'>): boolean {
  switch (actor.kind) {
    case 'device':
    case 'holder':
      return true;
    case 'user':
      return credentialKind !== null && SHOWN_FOR_A_TURN[credentialKind];
    default:
      return assertNever(actor);
  }
}

/** @param turn undefined when the nonce is none that was given. @returns why it can't be used; undefined when it can */
export function judgeTurn(turn: PresentedTurn | undefined, use: TurnUse): ValidationReason | undefined {
  if (turn === undefined) return ValidationReason.TURN_UNKNOWN;
  if (turn.checkpointId !== use.checkpointId || turn.openedBy !== use.actor.id) return ValidationReason.TURN_ELSEWHERE;
  if (turn.used) return ValidationReason.TURN_USED;
  return turn.expired ? ValidationReason.TURN_EXPIRED : undefined;
}
