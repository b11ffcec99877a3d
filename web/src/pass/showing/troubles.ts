import { type MyStandingQuery } from '../graphql/graphql';

/** What makes a door refuse a good pass. */
export type Trouble =
  { readonly kind: 'noConsent' | 'noFace' | 'LOCKED' } | { readonly kind: 'WAITING'; readonly seconds: number };

/** Empty when nothing stands against the person. Without consent there is no template, and one sentence says it all. */
export function troublesOf({ myProfile, myConsent, myValidationLock: lock }: MyStandingQuery): Trouble[] {
  const troubles: Trouble[] = [];
  if (myConsent === null) troubles.push({ kind: 'noConsent' });
  else if (myProfile.templateSince === null) troubles.push({ kind: 'noFace' });
  if (lock.state === 'LOCKED') troubles.push({ kind: 'LOCKED' });
  if (lock.state === 'WAITING') troubles.push({ kind: 'WAITING', seconds: lock.retryAfterSeconds ?? 0 });
  return troubles;
}
