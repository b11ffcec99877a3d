import { Injectable } from '@nestjs/common';
import {
  type CredentialKind,
  CredentialsService,
  type PassClaims,
  type PinPlace,
  PinsService,
} from '../../enrolment/index.js';
import { ComparisonFailures } from '../locks/comparison-failures.repository.js';
import { standingOf } from '../locks/lock-policy.js';
import { AdmissionRepository } from './admission.repository.js';
import { refusalOf } from './lock-refusal.js';
import { ValidationReason } from './validation-reason.js';

/** Whose credential was shown, and why no picture is to be taken. */
export interface Admission {
  readonly credentialId: string | null;
  readonly credentialKind: CredentialKind | null;
  readonly personId: string | null;
  readonly refusal?: ValidationReason;
  /** When it was a pass: whatever comes of it, it is used up. */
  readonly pass?: PassClaims;
}

const CREDENTIAL_REFUSALS = {
  INVALID: ValidationReason.CREDENTIAL_INVALID,
  EXPIRED: ValidationReason.CREDENTIAL_EXPIRED,
  REVOKED: ValidationReason.CREDENTIAL_REVOKED,
  FOREIGN: ValidationReason.CREDENTIAL_FOREIGN,
  PASS_EXPIRED: ValidationReason.PASS_EXPIRED,
} as const;

const PIN_REFUSALS = {
  RIGHT: undefined,
  WRONG: ValidationReason.PIN_WRONG,
  LOCKED: ValidationReason.PIN_LOCKED,
  NOT_SET: ValidationReason.PIN_NOT_SET,
} as const;

/** A PIN is asked for; undefined when none was given. */
export interface PinDemand {
  readonly place: PinPlace;
  readonly pin: string | undefined;
}

/** What can be refused before a camera is asked for: a bad credential, no consent, nobody enrolled, failed too often. */
@Injectable()
export class AdmissionService {
  constructor(
    private readonly credentials: CredentialsService,
    private readonly admissions: AdmissionRepository,
    private readonly pins: PinsService,
    private readonly failures: ComparisonFailures,
  ) {}

  async of(token: string): Promise<Admission> {
    const shown = await this.ofCredential(token);
    const { credentialId, personId } = shown;
    if (credentialId === null || personId === null || shown.refusal !== undefined) return shown;
    const { expired, consented, enrolled, failures } = await this.admissions.groundsOf({ personId, credentialId });
    if (expired) return { ...shown, refusal: ValidationReason.CREDENTIAL_EXPIRED };
    if (!consented) return { ...shown, refusal: ValidationReason.CONSENT_MISSING };
    if (!enrolled) return { ...shown, refusal: ValidationReason.NOT_ENROLLED };
    const refusal = refusalOf(standingOf(failures));
    return refusal === undefined ? shown : { ...shown, refusal };
  }

  /**
   * In the transaction that makes the attempt: of any number of attempts with one pass, one gets past this, and of any
   * number of PINs for one person, one is looked at at a time. A PIN is looked at only when nothing else is amiss.
   * @param demand undefined where no PIN is asked for
   */
  async settle({ refusal, pass, personId }: Admission, demand?: PinDemand): Promise<ValidationReason | undefined> {
    if (pass !== undefined && !(await this.credentials.usePass(pass))) return ValidationReason.PASS_REPLAYED;
    if (refusal !== undefined || personId === null || demand === undefined) return refusal;
    if (demand.pin === undefined) return ValidationReason.PIN_REQUIRED;
    return PIN_REFUSALS[await this.pins.check(personId, demand.pin, demand.place)];
  }

  /** The credential alone, as the way without a face asks for it. */
  async ofCredential(token: string): Promise<Admission> {
    const found = await this.credentials.lookUp(token);
    const { credential } = found;
    const subject = {
      credentialId: credential?.id ?? null,
      credentialKind: credential?.kind ?? null,
      personId: credential?.personId ?? null,
    };
    if (!found.ok) return { ...subject, refusal: CREDENTIAL_REFUSALS[found.reason] };
    return { ...subject, ...(found.pass !== undefined && { pass: found.pass }) };
  }

  /** Seconds until the face of a refused attempt may be compared; 0 when it may by now. */
  async retryAfter({ personId, credentialId }: Pick<Admission, 'personId' | 'credentialId'>): Promise<number> {
    if (personId === null || credentialId === null) return 0;
    const standing = standingOf(await this.failures.of({ personId, credentialId }));
    return standing.kind === 'WAITING' ? standing.retryAfterSeconds : 0;
  }
}
