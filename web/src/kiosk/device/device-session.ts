import { SignJWT } from 'jose';
import { Client, fetchExchange, type OperationResult } from 'urql';
import { OWN_PAGE, type TokenSource } from '../../shared/api/tokens';
import { graphql } from '../graphql';
import { inTime } from '../in-time';
import { forgetPairing, keepPairing, makeKey, type Pairing, readPairing } from './device-vault';
import { Store } from '../../shared/parts/store';

const PAIR = graphql(`
  mutation PairDevice($input: PairDeviceInput!) {
    pairDevice(input: $input) {
      __typename
      ... on DevicePaired {
        deviceId
        checkpointId
        audience
      }
      ... on PairingThrottled {
        retryAfterSeconds
      }
    }
  }
`);

const TOKEN = graphql(`
  mutation DeviceToken($input: DeviceTokenInput!) {
    deviceToken(input: $input) {
      __typename
      ... on DeviceToken {
        accessToken
        expiresAt
      }
      ... on DeviceRefused {
        reason
      }
    }
  }
`);

export type DeviceState =
  | { readonly status: 'starting' }
  /** No kiosk yet, or no more: `cutOff` when the server said so. `tried` is a code that came with the address, and was no good. */
  | { readonly status: 'unpaired'; readonly cutOff: boolean; readonly tried?: TriedCode }
  | { readonly status: 'ready'; readonly checkpointId: string }
  /** Set wrong by more than the server forgives. */
  | { readonly status: 'clock' }
  | { readonly status: 'unreachable' };

export type PairingAnswer =
  { readonly kind: 'paired' | 'refused' | 'unreachable' } | { readonly kind: 'throttled'; readonly seconds: number };

export interface TriedCode {
  readonly code: string;
  readonly answer: PairingAnswer;
}

/** Milliseconds. */
const AGAIN = 2_000;
/** For a token; it is asked for again. */
const PATIENCE = 3_000;
/** For a pairing, whose code is good once. */
const PAIRING_PATIENCE = 10_000;
/** The part of a token's life after which the next one is asked for. */
const EARLY = 0.7;
const LONGEST = 10 * 60_000;

/** Who this kiosk is: its pairing, and the token that it renews by itself before it ends. */
export class DeviceSession implements TokenSource {
  private token: string | undefined;
  private readonly store = new Store<DeviceState>({ status: 'starting' });
  private renewing: Promise<string | undefined> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly client = new Client({
    url: '/graphql',
    preferGetMethod: false,
    exchanges: [fetchExchange],
    fetchOptions: { headers: OWN_PAGE, credentials: 'same-origin' },
  });

  readonly state = this.store.get;

  readonly subscribe = this.store.subscribe;

  current(): string | undefined {
    return this.token;
  }

  /** @param offered came with the address: it pairs what is no kiosk, and changes nothing of one that is */
  async start(offered?: string): Promise<void> {
    if (offered === undefined || (await readPairing()) !== undefined) await this.renew();
    const { status } = this.store.get();
    const isKiosk = status !== 'starting' && status !== 'unpaired';
    if (offered === undefined || isKiosk) return;
    const answer = await this.pair(offered);
    if (answer.kind !== 'paired')
      this.store.set({ status: 'unpaired', cutOff: false, tried: { code: offered, answer } });
  }

  renew(): Promise<string | undefined> {
    this.renewing ??= this.ask().finally(() => (this.renewing = undefined));
    return this.renewing;
  }

  /** @param code as somebody typed it */
  async pair(code: string): Promise<PairingAnswer> {
    const key = await makeKey();
    const { kty = '', crv = '', x = '', y = '' } = await crypto.subtle.exportKey('jwk', key.publicKey);
    const ask = this.client.mutation(PAIR, { input: { code, publicKey: { kty, crv, x, y } } });
    const answer = (await answerOf(ask.toPromise(), PAIRING_PATIENCE))?.pairDevice;
    if (answer === undefined) return { kind: 'unreachable' };
    if (answer.__typename === 'PairingThrottled') return { kind: 'throttled', seconds: answer.retryAfterSeconds };
    if (answer.__typename === 'PairingRefused') return { kind: 'refused' };
    const { deviceId, checkpointId, audience } = answer;
    await keepPairing({ deviceId, checkpointId, audience, key });
    await this.renew();
    return { kind: 'paired' };
  }

  private async ask(): Promise<string | undefined> {
    const pairing = await readPairing();
    if (pairing === undefined) {
      this.store.set({ status: 'unpaired', cutOff: false });
      return undefined;
    }
    const ask = this.client.mutation(TOKEN, { input: { assertion: await assertionOf(pairing) } });
    const answer = (await answerOf(ask.toPromise(), PATIENCE))?.deviceToken;
    if (answer?.__typename === 'DeviceToken') this.enter(pairing, answer);
    else if (answer === undefined)
      this.waitFor(this.token === undefined ? { status: 'unreachable' } : this.store.get());
    else if (answer.reason === 'CLOCK') this.waitFor({ status: 'clock' });
    else if (answer.reason === 'REPLAYED') this.waitFor(this.store.get());
    else await this.leave();
    return this.token;
  }

  private enter({ checkpointId }: Pairing, answer: { readonly accessToken: string; readonly expiresAt: string }): void {
    this.token = answer.accessToken;
    const life = Date.parse(answer.expiresAt) - Date.now();
    this.again(Math.min(Math.max(AGAIN, life * EARLY), LONGEST));
    this.store.set({ status: 'ready', checkpointId });
  }

  /** It was cut off, or its key is not the one that the server knows: neither gets better by waiting. */
  private async leave(): Promise<void> {
    clearTimeout(this.timer);
    this.token = undefined;
    await forgetPairing();
    this.store.set({ status: 'unpaired', cutOff: true });
  }

  private waitFor(state: DeviceState): void {
    this.again(AGAIN);
    this.store.set(state);
  }

  private again(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.renew(), milliseconds);
  }
}

/** @returns undefined when there is no answer, or none in time */
async function answerOf<Data>(asked: Promise<OperationResult<Data>>, patience: number): Promise<Data | undefined> {
  const result = await inTime(patience, asked).catch(() => undefined);
  return result === undefined || result.error !== undefined ? undefined : result.data;
}

/**
 * The server takes each once, and none that is good for longer than a minute. Both times are of one reading of the clock: of two,
 * between which a second begins, they would be 61 seconds apart, and the kiosk cut off for good.
 */
function assertionOf({ deviceId, audience, key }: Pairing): Promise<string> {
  const now = Math.floor(Date.now() / 1_000);
  return new SignJWT()
    .setProtectedHeader({ alg: 'ES256', typ: 'presente-device-assertion+jwt' })
    .setIssuer(deviceId)
    .setSubject(deviceId)
    .setAudience(audience)
    .setJti(crypto.randomUUID())
    .setIssuedAt(now)
    .setExpirationTime(now + 60)
    .sign(key.privateKey);
}
