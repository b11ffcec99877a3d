/** Where a page has its access token from: a user's session, a holder's, or the key of a device. */
export interface TokenSource {
  /** The token now; undefined when there is none. */
  current(): string | undefined;
  /** Asks for another one. @returns undefined when the server gives none: somebody has to sign in or pair again */
  renew(): Promise<string | undefined>;
}

export const bearer = (token: string | undefined): Record<string, string> =>
  token === undefined ? {} : { authorization: `Bearer ${token}` };

/** Shows the server a page of its own: no page of another origin can send it. */
export const OWN_PAGE = { 'x-presente-client': 'web' };
