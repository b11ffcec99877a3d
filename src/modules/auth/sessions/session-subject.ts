/** Who can have a session. */
export type SessionKind = 'user' | 'holder';

/** Whose session it is: a user's, or that of a person on their own page. */
export interface SessionSubject {
  readonly kind: SessionKind;
  readonly id: string;
}
