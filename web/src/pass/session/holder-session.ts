import { Client, fetchExchange } from 'urql';
import { problemOf } from '../../shared/api/problem';
import { bearer, OWN_PAGE, type TokenSource } from '../../shared/api/tokens';
import { graphql } from '../graphql';
import { fetchWithin } from '../parts/fetch-within';
import { Store } from '../../shared/parts/store';

const OPEN = graphql(`
  mutation OpenHolderSession($input: OpenHolderSessionInput!) {
    openHolderSession(input: $input) {
      __typename
      ... on HolderSessionOpened {
        accessToken
      }
    }
  }
`);

const REFRESH = graphql(`
  mutation RefreshHolderSession {
    refreshHolderSession {
      __typename
      ... on HolderSessionOpened {
        accessToken
      }
    }
  }
`);

const CLOSE = graphql(`
  mutation CloseHolderSession {
    closeHolderSession {
      sessions
    }
  }
`);

/** `never`: not on this phone, or long ago. `over`: it was open a moment ago. `refused`: the code is not good. */
export type WhyOut = 'never' | 'over' | 'left' | 'refused';

export type HolderState =
  { readonly status: 'starting' | 'unreachable' | 'in' } | { readonly status: 'out'; readonly why: WhyOut };

/** Milliseconds. */
const PATIENCE = 8_000;

/**
 * Whoever opened this page with an invitation. The access token lives in memory alone; the cookie that renews it is read
 * by no script, and can be exchanged once: of several tabs, one at a time does it.
 */
export class HolderSession implements TokenSource {
  private readonly store = new Store<HolderState>({ status: 'starting' });
  private token: string | undefined;
  /** A code that did not reach the server yet. */
  private pending: string | undefined;
  private working: Promise<void> | undefined;
  /** Without the renewing that the page's own client does: it would wait for itself. */
  private readonly client = new Client({
    url: '/graphql',
    preferGetMethod: false,
    exchanges: [fetchExchange],
    fetch: fetchWithin(PATIENCE),
    fetchOptions: () => ({ headers: { ...OWN_PAGE, ...bearer(this.token) }, credentials: 'same-origin' }),
  });

  readonly state = this.store.get;
  readonly subscribe = this.store.subscribe;

  current(): string | undefined {
    return this.token;
  }

  async renew(): Promise<string | undefined> {
    await this.alone(() => this.exchange());
    return this.token;
  }

  /** @param code of an invitation, as it was followed or typed */
  async open(code: string): Promise<void> {
    this.pending = code;
    await this.working;
    await this.goOn();
  }

  /** What did not reach the server is tried again. */
  goOn(): Promise<void> {
    return this.alone(() => (this.pending === undefined ? this.exchange() : this.show(this.pending)));
  }

  /** Leaves it on this phone. @returns whether the server was reached */
  async close(): Promise<boolean> {
    const { error } = await this.client.mutation(CLOSE, {});
    if (error !== undefined && problemOf(error) !== 'UNAUTHENTICATED') return false;
    this.leave('left');
    return true;
  }

  private alone(work: () => Promise<void>): Promise<void> {
    this.working ??= navigator.locks.request('presente-pass-session', work).finally(() => (this.working = undefined));
    return this.working;
  }

  private async show(code: string): Promise<void> {
    const { data, error } = await this.client.mutation(OPEN, { input: { code } });
    const answer = data?.openHolderSession;
    if (error !== undefined && !isOurFault(error)) {
      this.fail();
      return;
    }
    this.pending = undefined;
    if (answer?.__typename === 'HolderSessionOpened') this.enter(answer.accessToken);
    // Somebody follows the link of their invitation once more: the session that it opened may still be there.
    else await this.exchange('refused');
  }

  private async exchange(whyOut: WhyOut = this.token === undefined ? 'never' : 'over'): Promise<void> {
    const { data } = await this.client.mutation(REFRESH, {});
    const answer = data?.refreshHolderSession;
    if (answer === undefined) this.fail();
    else if (answer.__typename === 'HolderSessionOpened') this.enter(answer.accessToken);
    else this.leave(whyOut);
  }

  private enter(token: string): void {
    this.token = token;
    this.store.set({ status: 'in' });
  }

  private leave(why: WhyOut): void {
    this.token = undefined;
    this.store.set({ status: 'out', why });
  }

  /** A page that is open stays so: what it shows says by itself that there is no connection. */
  private fail(): void {
    if (this.pending !== undefined || this.store.get().status !== 'in') this.store.set({ status: 'unreachable' });
  }
}

/** What the server says to a text that can't be a code. */
const isOurFault = (error: Parameters<typeof problemOf>[0]): boolean => problemOf(error) === 'BAD_USER_INPUT';
