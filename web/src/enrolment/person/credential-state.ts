import { type CredentialFieldsFragment } from '../graphql/graphql';

export type CredentialState = 'active' | 'expired' | 'revoked';

/** @param now milliseconds */
export function stateOf({ revokedAt, expiresAt }: CredentialFieldsFragment, now: number): CredentialState {
  if (revokedAt !== null) return 'revoked';
  return Date.parse(expiresAt) <= now ? 'expired' : 'active';
}

const isGood = (one: CredentialFieldsFragment): boolean => stateOf(one, Date.now()) === 'active';

export const hasCredential = (credentials: readonly CredentialFieldsFragment[]): boolean => credentials.some(isGood);

/** Whether one of them is a card that is good. */
export const hasCard = (credentials: readonly CredentialFieldsFragment[]): boolean =>
  credentials.some((one) => one.kind === 'CARD' && isGood(one));
