import { randomUUID, type webcrypto } from 'node:crypto';
import { SignJWT } from 'jose';
import { ApiClient, ApiError } from './api-client.js';
import { type Attempt, Desk, type OpenedValidation, type OpeningChoices } from './desk.js';

export type KioskKey = Pick<webcrypto.CryptoKeyPair, 'privateKey' | 'publicKey'>;

interface Pairing {
  readonly __typename: string;
  readonly deviceId: string;
  readonly checkpointId: string;
  readonly audience: string;
}

/** What a kiosk may choose wrongly in an assertion; a good one chooses nothing. */
export interface AssertionChoices {
  readonly audience?: string;
  readonly issuer?: string;
  readonly type?: string;
  readonly jti?: string;
  /** Seconds from now. */
  readonly issuedAt?: number;
  readonly lifeSeconds?: number;
  readonly key?: KioskKey['privateKey'];
}

const PAIR = `mutation Pair($input: PairDeviceInput!) { pairDevice(input: $input) { __typename
  ... on DevicePaired { deviceId checkpointId audience } } }`;
const TOKEN = `mutation Token($input: DeviceTokenInput!) { deviceToken(input: $input) { __typename
  ... on DeviceToken { accessToken expiresAt } ... on DeviceRefused { reason } } }`;

/** A token is renewed when it has less than this left. */
const EARLY_MS = 30_000;

/** What the page on a kiosk does: makes a key that can't leave it, is paired once, and renews its token by itself. */
export class Kiosk {
  readonly deviceId: string;
  readonly checkpointId: string;
  readonly audience: string;
  private token: { readonly accessToken: string; readonly expiresAt: string } | undefined;

  constructor(
    readonly url: string,
    pairing: Pick<Pairing, 'deviceId' | 'checkpointId' | 'audience'>,
    private readonly key: KioskKey,
  ) {
    this.deviceId = pairing.deviceId;
    this.checkpointId = pairing.checkpointId;
    this.audience = pairing.audience;
  }

  /** P-256, which WebCrypto has everywhere. The private half can't be exported. */
  static makeKey(): Promise<KioskKey> {
    return crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  }

  /** @throws ApiError when the code is refused */
  static async pair(url: string, code: string): Promise<Kiosk> {
    const key = await Kiosk.makeKey();
    const pairing = await Kiosk.tryCode(url, code, key);
    if (pairing.__typename !== 'DevicePaired') throw new ApiError(`The code was answered with ${pairing.__typename}.`);
    return new Kiosk(url, pairing, key);
  }

  /** Whatever the server says to a code. */
  static async tryCode(url: string, code: string, { publicKey }: KioskKey): Promise<Pairing> {
    const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', publicKey);
    const input = { code, publicKey: { kty, crv, x, y } };
    return (await new ApiClient(url).ask<{ pairDevice: Pairing }>(PAIR, { input })).pairDevice;
  }

  assertion(choices: AssertionChoices = {}): Promise<string> {
    const issuedAt = Math.floor(Date.now() / 1_000) + (choices.issuedAt ?? 0);
    return new SignJWT()
      .setProtectedHeader({ alg: 'ES256', typ: choices.type ?? 'presente-device-assertion+jwt' })
      .setIssuer(choices.issuer ?? this.deviceId)
      .setSubject(choices.issuer ?? this.deviceId)
      .setAudience(choices.audience ?? this.audience)
      .setJti(choices.jti ?? randomUUID())
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + (choices.lifeSeconds ?? 60))
      .sign(choices.key ?? this.key.privateKey);
  }

  /** `DeviceToken`, or why the assertion was refused. */
  async show(assertion: string): Promise<string> {
    const { deviceToken } = await new ApiClient(this.url).ask<{
      deviceToken: { __typename: string; reason?: string; accessToken: string; expiresAt: string };
    }>(TOKEN, { input: { assertion } });
    if (deviceToken.reason === undefined) this.token = deviceToken;
    return deviceToken.reason ?? deviceToken.__typename;
  }

  /** With a token that is good for a while. @throws ApiError when the device is refused */
  async client(): Promise<ApiClient> {
    if (this.token === undefined || Date.parse(this.token.expiresAt) - Date.now() < EARLY_MS) {
      const answer = await this.show(await this.assertion());
      if (answer !== 'DeviceToken') throw new ApiError(`The device was refused: ${answer}.`);
    }
    return new ApiClient(this.url, this.token?.accessToken);
  }

  async desk(): Promise<Desk> {
    return new Desk(await this.client());
  }

  /** With a fresh nonce. */
  async open(credential: string, further: Omit<OpeningChoices, 'nonce'> = {}): Promise<OpenedValidation> {
    const desk = await this.desk();
    return desk.open(this.checkpointId, credential, randomUUID(), {
      ...further,
      nonce: await desk.turn(this.checkpointId),
    });
  }

  /** From the QR to the final state. */
  async validate(credential: string, frames: readonly Buffer[]): Promise<Attempt> {
    const opened = await this.open(credential);
    if (opened.__typename !== 'ValidationOpened') return opened.attempt;
    const desk = await this.desk();
    await desk.send(opened.capture.token, frames);
    return desk.end(opened.attempt.id);
  }
}
