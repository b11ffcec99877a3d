/** Why a session was ended before its time. */
export type SessionEnd = 'SIGNED_OUT' | 'PASSWORD_CHANGED' | 'USER_DISABLED' | 'TOKEN_REUSED';
