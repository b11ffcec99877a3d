import { Client, fetchExchange } from 'urql';
import { graphql } from '../graphql';
import { type SignedInUserFragment, type SignInMutation } from '../graphql/graphql';
import { bearer, OWN_PAGE, type TokenSource } from '../api/tokens';
import { Store } from '../parts/store';

graphql(`
  fragment SignedInUser on SignedIn {
    accessToken
    user {
      id
      displayName
      email
      roles
    }
  }
`);

const REFRESH = graphql(`
  mutation RefreshSession {
    refreshSession {
      __typename
      ...SignedInUser
    }
  }
`);

const SIGN_IN = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      __typename
      ...SignedInUser
      ... on SecondFactorRequired {
        challengeId
        options
      }
      ... on SignInThrottled {
        retryAfterSeconds
      }
    }
  }
`);

const COMPLETE = graphql(`
  mutation CompleteSignIn($input: PasskeyAnswerInput!) {
    completeSignIn(input: $input) {
      __typename
      ...SignedInUser
    }
  }
`);

const SIGN_OUT = graphql(`
  mutation SignOut {
    signOut {
      sessions
    }
  }
`);

export type SessionUser = SignedInUserFragment['user'];
export type SignInAnswer = SignInMutation['signIn'];

export type SessionState =
  | { readonly status: 'unknown' }
  | { readonly status: 'unreachable' }
  | { readonly status: 'out' }
  | { readonly status: 'in'; readonly user: SessionUser };

/**
 * Who signed in on this page. The access token lives in memory alone; the cookie that renews it is read by no script.
 * A cookie can be exchanged once: of several pages in one browser, one at a time does it.
 */
export class UserSession implements TokenSource {
  private token: string | undefined;
  private readonly store = new Store<SessionState>({ status: 'unknown' });
  private renewing: Promise<string | undefined> | undefined;
  /** Without the renewing that the pages' own client does: it would wait for itself. */
  private readonly client = new Client({
    url: '/graphql',
    preferGetMethod: false,
    exchanges: [fetchExchange],
    fetchOptions: () => ({ headers: { ...OWN_PAGE, ...bearer(this.token) }, credentials: 'same-origin' }),
  });

  readonly state = this.store.get;

  readonly subscribe = this.store.subscribe;

  current(): string | undefined {
    return this.token;
  }

  renew(): Promise<string | undefined> {
    this.renewing ??= this.exchange().finally(() => (this.renewing = undefined));
    return this.renewing;
  }

  /** @returns undefined when the server was not reached */
  async signIn(email: string, password: string): Promise<SignInAnswer | undefined> {
    const { data } = await this.client.mutation(SIGN_IN, { input: { email, password } });
    const answer = data?.signIn;
    if (answer?.__typename === 'SignedIn') this.enter(answer);
    return answer;
  }

  /** With the answer of a passkey. @returns whether it was taken */
  async complete(challengeId: string, response: string): Promise<boolean> {
    const { data } = await this.client.mutation(COMPLETE, { input: { challengeId, response } });
    const answer = data?.completeSignIn;
    if (answer?.__typename !== 'SignedIn') return false;
    this.enter(answer);
    return true;
  }

  async signOut(): Promise<void> {
    await this.client.mutation(SIGN_OUT, {});
    this.leave();
  }

  private async exchange(): Promise<string | undefined> {
    const { data } = await inOnePage(() => this.client.mutation(REFRESH, {}).toPromise());
    const answer = data?.refreshSession;
    if (answer?.__typename === 'SignedIn') this.enter(answer);
    else if (answer !== undefined) this.leave();
    else if (this.store.get().status !== 'in') this.store.set({ status: 'unreachable' });
    return this.token;
  }

  private enter({ accessToken, user }: SignedInUserFragment): void {
    this.token = accessToken;
    this.store.set({ status: 'in', user });
  }

  private leave(): void {
    this.token = undefined;
    this.store.set({ status: 'out' });
  }
}

const inOnePage = <T>(work: () => Promise<T>): Promise<T> => navigator.locks.request('presente-session', work);
