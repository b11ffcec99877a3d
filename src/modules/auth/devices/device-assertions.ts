import { decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose';
import { isUuid } from '../../../common/ids.js';
import { algorithmOf, type DeviceKey, publicKeyOf } from './device-key.js';

const TYPE = 'presente-device-assertion+jwt';
const MAX_LIFE_SECONDS = 60;
/** How far the clock of a kiosk may be off. */
const CLOCK_SECONDS = 30;
const JTI = /^[\w-]{16,64}$/;

export type AssertionVerdict =
  | { readonly ok: true; readonly jti: string; /** After that it is refused by its age. */ readonly goodUntil: Date }
  | { readonly ok: false; readonly reason: 'INVALID' | 'CLOCK' };

/**
 * What a device shows to get a token: a JWT that it signed itself (RFC 7523, with `iss` and `sub` the device), for this
 * institution, once, and good for a minute at most.
 */
export class DeviceAssertions {
  readonly audience: string;

  constructor(institution: string) {
    this.audience = `urn:presente:${institution}:device-token`;
  }

  /** Whose it says it is; nothing is proved yet. */
  claimedDevice(assertion: string): string | undefined {
    try {
      const { iss } = decodeJwt(assertion);
      return iss !== undefined && isUuid(iss) ? iss : undefined;
    } catch {
      return undefined;
    }
  }

  /** Never throws on a bad assertion. `CLOCK` is said only to who has the device's key. */
  async verify(assertion: string, deviceId: string, key: DeviceKey): Promise<AssertionVerdict> {
    try {
      const { payload } = await jwtVerify(assertion, publicKeyOf(key), {
        algorithms: [algorithmOf(key)],
        typ: TYPE,
        issuer: deviceId,
        subject: deviceId,
        audience: this.audience,
        requiredClaims: ['exp', 'iat', 'jti'],
        maxTokenAge: MAX_LIFE_SECONDS,
        clockTolerance: CLOCK_SECONDS,
      });
      return judgeClaims(payload);
    } catch (error) {
      return { ok: false, reason: isOfTime(error) ? 'CLOCK' : 'INVALID' };
    }
  }
}

function judgeClaims({ exp = 0, iat = 0, jti = '' }: JWTPayload): AssertionVerdict {
  const life = exp - iat;
  if (life <= 0 || life > MAX_LIFE_SECONDS || !JTI.test(jti)) return { ok: false, reason: 'INVALID' };
  return { ok: true, jti, goodUntil: new Date((exp + CLOCK_SECONDS + 1) * 1_000) };
}

const isOfTime = (error: unknown): boolean =>
  error instanceof errors.JWTExpired ||
  (error instanceof errors.JWTClaimValidationFailed &&
    error.reason === 'check_failed' &&
    ['iat', 'nbf'].includes(error.claim));
