import { type ValidationReason } from '../graphql/graphql';
import { type Attempt } from './kiosk-api';

/** How a visit ended, as far as somebody before the kiosk has to know. */
export type Outcome =
  | { readonly kind: 'accepted'; readonly name: string }
  /** Somebody who sees the person has the last word. */
  | { readonly kind: 'operator' }
  | { readonly kind: 'refused'; readonly reason: ValidationReason }
  /** The face, or the kiosk, has to wait. */
  | { readonly kind: 'wait'; readonly seconds: number }
  /** Failed so often that trying on helps nobody. */
  | { readonly kind: 'staff' }
  | { readonly kind: 'lost' };

/** Of an attempt in its final state. */
export function outcomeOf({ reason, result }: Attempt): Outcome {
  if (result?.__typename === 'ValidationAccepted') return { kind: 'accepted', name: result.person?.displayName ?? '' };
  return refusalOf(reason);
}

export function refusalOf(reason: Attempt['reason']): Outcome {
  if (!reason) return { kind: 'lost' };
  return reason === 'WITHOUT_CHALLENGE' ? { kind: 'operator' } : { kind: 'refused', reason };
}

export const isFailure = ({ kind }: Outcome): boolean => kind === 'refused' || kind === 'wait';
