import { Injectable } from '@nestjs/common';
import { ConsentsService, type CredentialKind, CredentialsService, TemplatesService } from '../../enrolment/index.js';
import { ComparisonFailures } from '../locks/comparison-failures.repository.js';
import { standingOf } from '../locks/lock-policy.js';
import { refusalOf } from './lock-refusal.js';
import { ValidationReason } from './validation-reason.js';

/** Whose credential was shown, and why no picture is to be taken. */
export interface Admission {
  readonly credentialId: string | null;
  readonly credentialKind: CredentialKind | null;
  readonly personId: string | null;
  readonly refusal?: ValidationReason;
}

const CREDENTIAL_REFUSALS = {
  INVALID: ValidationReason.CREDENTIAL_INVALID,
  EXPIRED: ValidationReason.CREDENTIAL_EXPIRED,
  REVOKED: ValidationReason.CREDENTIAL_REVOKED,
} as const;

/** What can be refused before a camera is asked for: a bad credential, no consent, nobody enrolled, failed too often. */
@Injectable()
export class AdmissionService {
  constructor(
    private readonly credentials: CredentialsService,
    private readonly consents: ConsentsService,
    private readonly templates: TemplatesService,
    private readonly failures: ComparisonFailures,
  ) {}

  async of(token: string): Promise<Admission> {
    const found = await this.credentials.lookUp(token);
    const known = 'credential' in found ? found.credential : undefined;
    const subject = {
      credentialId: known?.id ?? null,
      credentialKind: known?.kind ?? null,
      personId: known?.personId ?? null,
    };
    if (!found.ok) return { ...subject, refusal: CREDENTIAL_REFUSALS[found.reason] };

    const { id: credentialId, personId } = found.credential;
    if ((await this.consents.active(personId)) === null)
      return { ...subject, refusal: ValidationReason.CONSENT_MISSING };
    if (!(await this.templates.exists(personId))) return { ...subject, refusal: ValidationReason.NOT_ENROLLED };
    const refusal = refusalOf(standingOf(await this.failures.of({ personId, credentialId })));
    return refusal === undefined ? subject : { ...subject, refusal };
  }

  /** Seconds until the face of a refused attempt may be compared; 0 when it may by now. */
  async retryAfter({ personId, credentialId }: Pick<Admission, 'personId' | 'credentialId'>): Promise<number> {
    if (personId === null || credentialId === null) return 0;
    const standing = standingOf(await this.failures.of({ personId, credentialId }));
    return standing.kind === 'WAITING' ? standing.retryAfterSeconds : 0;
  }
}
