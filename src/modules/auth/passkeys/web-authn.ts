import { Inject, Injectable } from '@nestjs/common';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type WebAuthnCredential,
} from '@simplewebauthn/server';
import { ENVIRONMENT } from '../../../config/config.module.js';
import { type Environment } from '../../../config/env.js';
import { type UserRow } from '../user.entity.js';
import { type PasskeyRow } from './passkey.entity.js';

/** What a page hands to the browser, and what the browser must sign. */
export interface Ceremony {
  /** JSON for `PublicKeyCredential.parseCreationOptionsFromJSON` or `parseRequestOptionsFromJSON`. */
  readonly options: string;
  readonly challenge: string;
}

/** Time for a person to find the key and touch it. */
export const CEREMONY_SECONDS = 300;

/**
 * WebAuthn (W3C level 3) by @simplewebauthn: which origin, which relying party, which rules. The passkey is a second factor
 * after a password, so touching it is enough and its own PIN or fingerprint is welcome; no attestation is asked for.
 */
@Injectable()
export class WebAuthn {
  private readonly rpID: string;
  private readonly origins: string[];
  private readonly rpName: string;

  constructor(@Inject(ENVIRONMENT) env: Environment) {
    this.rpID = env.PASSKEY_RP_ID;
    this.origins = [...env.PASSKEY_ORIGINS];
    this.rpName = `Presente (${env.INSTITUTION})`;
  }

  async registration(user: UserRow, known: readonly PasskeyRow[]): Promise<Ceremony> {
    const options = await generateRegistrationOptions({
      rpID: this.rpID,
      rpName: this.rpName,
      userName: user.email,
      userDisplayName: user.displayName,
      userID: Uint8Array.from(Buffer.from(user.id)),
      excludeCredentials: known.map(descriptorOf),
      authenticatorSelection: { residentKey: 'discouraged', userVerification: 'preferred' },
      timeout: CEREMONY_SECONDS * 1_000,
    });
    return { options: JSON.stringify(options), challenge: options.challenge };
  }

  async authentication(known: readonly PasskeyRow[]): Promise<Ceremony> {
    const options = await generateAuthenticationOptions({
      rpID: this.rpID,
      allowCredentials: known.map(descriptorOf),
      userVerification: 'preferred',
      timeout: CEREMONY_SECONDS * 1_000,
    });
    return { options: JSON.stringify(options), challenge: options.challenge };
  }

  /** @returns undefined when the answer is not what was asked for */
  async registered(response: string, challenge: string): Promise<WebAuthnCredential | undefined> {
    return undefinedWhenRefused(async () => {
      const { verified, registrationInfo } = await verifyRegistrationResponse({
        ...this.expected(challenge),
        response: JSON.parse(response) as RegistrationResponseJSON,
      });
      return verified ? registrationInfo.credential : undefined;
    });
  }

  /** @returns the counter to keep; undefined when the answer is not what was asked for, or of a copy (counter) */
  async authenticated(response: string, challenge: string, passkey: PasskeyRow): Promise<number | undefined> {
    return undefinedWhenRefused(async () => {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        ...this.expected(challenge),
        response: JSON.parse(response) as AuthenticationResponseJSON,
        credential: {
          id: passkey.credentialId,
          publicKey: Uint8Array.from(passkey.publicKey),
          counter: Number(passkey.counter),
        },
      });
      return verified ? authenticationInfo.newCounter : undefined;
    });
  }

  private expected(challenge: string) {
    return {
      expectedChallenge: challenge,
      expectedOrigin: this.origins,
      expectedRPID: this.rpID,
      requireUserVerification: false,
    };
  }
}

const descriptorOf = ({ credentialId, transports }: PasskeyRow) => ({ id: credentialId, transports });

/** The library says what is wrong with an answer by throwing; whoever sent it learns that it is wrong and no more. */
async function undefinedWhenRefused<T>(verify: () => Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await verify();
  } catch {
    return undefined;
  }
}

/** Which passkey an answer says it is of. @returns undefined when it is no answer of an authenticator */
export function credentialIdOf(response: string): string | undefined {
  try {
    const { id } = JSON.parse(response) as { id?: unknown };
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
}
