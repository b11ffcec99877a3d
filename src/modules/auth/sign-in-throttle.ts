import { Injectable } from '@nestjs/common';
import { BlindIndex } from '../../platform/crypto/blind-index.js';
import { clientOf } from '../../platform/http/client-address.js';
import { FailureThrottle } from '../../platform/throttle/failure-throttle.js';
import { Rate } from '../../platform/throttle/rate.js';
import { ThrottleStore } from '../../platform/throttle/throttle-store.js';

/** NIST SP 800-63B: few tries, then waits that grow. */
const PAIR = { free: 5, firstSeconds: 30, maxSeconds: 900 };
/** Slow and never long: whoever fails from many addresses gets one try a minute, and so does who is no attacker. */
const ACCOUNT = { free: 20, firstSeconds: 15, maxSeconds: 60 };
/** A school is behind one address. */
const ADDRESS = { free: 50, firstSeconds: 30, maxSeconds: 900 };

const KNOWN_SECONDS = 90 * 86_400;

/** One try to sign in; holds no e-mail address in clear. */
export interface SignInTry {
  readonly account: string;
  readonly address: string;
  /** Of the account and the address. */
  readonly pair: string;
  /** This account was signed in to from this address before. */
  readonly known: boolean;
}

/**
 * Slows down who guesses passwords. Failures are counted by account and address together, by account and by address,
 * whether or not there is such an account. Where a user has signed in before only the first count holds: so a stranger
 * who fails elsewhere, or a classmate behind the same address, keeps nobody out.
 */
@Injectable()
export class SignInThrottle {
  private readonly pairs: FailureThrottle;
  private readonly accounts: FailureThrottle;
  private readonly addresses: FailureThrottle;
  private readonly known: Rate;

  constructor(
    store: ThrottleStore,
    private readonly blindIndex: BlindIndex,
  ) {
    this.pairs = new FailureThrottle(store, 'sign-in-pair', PAIR);
    this.accounts = new FailureThrottle(store, 'sign-in-account', ACCOUNT);
    this.addresses = new FailureThrottle(store, 'sign-in-address', ADDRESS);
    this.known = new Rate(store, { name: 'sign-in-known', points: 1, seconds: KNOWN_SECONDS });
  }

  /** Counts the try as failed. @returns the try, or the seconds that it has to wait, uncounted */
  async begin(email: string, address: string | undefined): Promise<SignInTry | number> {
    const tried = await this.tryOf(email, clientOf(address ?? ''));
    const counts = this.countsOf(tried);
    const waits = await Promise.all(counts.map(([throttle, subject]) => throttle.waiting(subject)));
    if (Math.max(...waits) > 0) return Math.max(...waits);
    const wait = await this.take(counts);
    return wait > 0 ? wait : tried;
  }

  async succeeded(tried: SignInTry): Promise<void> {
    const { known, account, address, pair } = tried;
    await this.pairs.forget(pair);
    // Whoever has one good account must not wash off with it what they failed at others.
    if (!known) await Promise.all([this.accounts.forget(account), this.addresses.takeBack(address)]);
    await this.known.take(pair);
  }

  /** One after the other; when one says no, those before it did not happen. */
  private async take(counts: readonly (readonly [FailureThrottle, string])[]): Promise<number> {
    for (const [index, [throttle, subject]] of counts.entries()) {
      const wait = await throttle.begin(subject);
      if (wait === 0) continue;
      await Promise.all(counts.slice(0, index).map(([taken, its]) => taken.takeBack(its)));
      return wait;
    }
    return 0;
  }

  private countsOf({ known, pair, account, address }: SignInTry): (readonly [FailureThrottle, string])[] {
    const own = [this.pairs, pair] as const;
    // The strictest first: a burst that it stops does not reach what others share.
    return known ? [own] : [own, [this.accounts, account], [this.addresses, address]];
  }

  private async tryOf(email: string, client: string): Promise<SignInTry> {
    const key = (field: string, value: string) => this.blindIndex.of(field, value).toString('base64url');
    const pair = key('sign-in', `${email}\0${client}`);
    return {
      account: key('sign-in account', email),
      address: key('sign-in address', client),
      pair,
      known: await this.known.knows(pair),
    };
  }
}
