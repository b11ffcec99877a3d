/** Why a session was ended before its time. */
export type SessionEnd =
  'SIGNED_OUT' | 'PASSWORD_CHANGED' | 'SECOND_FACTOR_CHANGED' | 'USER_DISABLED' | 'TOKEN_REUSED' | 'ENDED_BY_REGISTRAR';

/** What was shown when a session began. */
export type SignInProof = 'PASSWORD' | 'SECOND_FACTOR';
