/** A presented refresh token and its session, as they are while the session's row is held. */
export interface PresentedToken {
  /** The session was not ended, has not expired, and its user may sign in. */
  readonly alive: boolean;
  readonly replaced: boolean;
  /** It was replaced a moment ago, by the token that is live now. */
  readonly successorOpens: boolean;
}

/** ROTATE: a new token for it. REPEAT: the same new one again. REUSED: two hold it, so end the session. OVER: nothing. */
export type RefreshVerdict = 'ROTATE' | 'REPEAT' | 'REUSED' | 'OVER';

/** Rotation with reuse detection as RFC 9700 (4.14.2) describes it, with a moment for a client that asks twice at once. */
export function judgeRefresh({ alive, replaced, successorOpens }: PresentedToken): RefreshVerdict {
  if (!alive) return 'OVER';
  if (!replaced) return 'ROTATE';
  return successorOpens ? 'REPEAT' : 'REUSED';
}
