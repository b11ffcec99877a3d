import { assertNever } from '../../../common/assert-never.js';
import { type Standing } from '../locks/lock-policy.js';
import { ValidationReason } from './validation-reason.js';

export type LockRefusal = ValidationReason.TOO_MANY_FAILURES | ValidationReason.LOCKED;

/** Why no face is compared; undefined when one may be. */
export function refusalOf({ kind }: Standing): LockRefusal | undefined {
  switch (kind) {
    case 'FREE':
      return undefined;
    case 'WAITING':
      return ValidationReason.TOO_MANY_FAILURES;
    case 'LOCKED':
      return ValidationReason.LOCKED;
    default:
      return assertNever(kind);
  }
}
