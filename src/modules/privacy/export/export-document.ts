import { type ConsentEvidence } from '../../enrolment/index.js';
import { type RetentionRuleCode } from '../retention/retention-rules.js';
import { type ProcessingInformation } from './processing-information.js';

/** Names the shape of a document; another shape is another name. */
export const EXPORT_FORMAT = 'presente-person-export-1';

/** In which roles something was done, never by whom; empty when the account is gone. */
type Roles = readonly string[];

export interface ExportedConsent {
  readonly textVersion: string;
  readonly language: string;
  /** As it was shown; null when this version of Presente does not have the text any more. */
  readonly text: string | null;
  readonly givenBy: string;
  /** Who agreed for them, if somebody did, and what shows it; null of a consent from before it was asked for. */
  readonly evidence: ConsentEvidence | null;
  readonly givenAt: Date;
  readonly withdrawnAt: Date | null;
  readonly recordedBy: Roles;
}

export interface ExportedEnrolment {
  readonly openedAt: Date;
  readonly endedAt: Date | null;
  readonly state: string;
  readonly reason: string | null;
  readonly photoReasons: readonly string[];
  readonly openedBy: Roles;
}

/** That a template is there, and of which model; never the template: docs/adr/0038-export.md says why. */
export interface ExportedReference {
  readonly modelId: string;
  readonly modelVersion: string;
  readonly protection: string;
  readonly madeAt: Date;
}

export interface ExportedCredential {
  readonly id: string;
  readonly kind: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly revokedReason: string | null;
  readonly issuedBy: Roles;
}

export interface ExportedValidation {
  readonly openedAt: Date;
  readonly endedAt: Date | null;
  readonly checkpoint: string;
  /** FACE, FACE_AND_PIN, QR_PIN_OPERATOR or FACE_AND_OPERATOR. */
  readonly method: string;
  /** What they were asked to do before the camera; null where nothing was. */
  readonly challenge: readonly string[] | null;
  /** Whether it was to go without, and an operator to confirm it. */
  readonly withoutChallenge: boolean;
  /** What an operator saw instead, and why no face was looked at; null for the other methods. */
  readonly attestation: string | null;
  readonly withoutFaceBecause: string | null;
  readonly state: string;
  readonly reason: string | null;
  readonly credentialId: string | null;
  readonly modelId: string | null;
  readonly modelVersion: string | null;
  /** −1..1, to one decimal. */
  readonly comparisonScore: number | null;
  /** What the score had to reach. */
  readonly threshold: number | null;
  /** 0..1, to one decimal. */
  readonly liveness: number | null;
  readonly openedBy: Roles;
}

/** A card of the board on one of their validations, with what staff wrote on it. */
export interface ExportedReview {
  readonly endedAt: Date;
  /** Why the validation was looked at. */
  readonly cause: string;
  readonly reason: string;
  readonly title: string;
  readonly description: string;
  readonly checklists: readonly string[];
  readonly comments: readonly string[];
  /** Null until somebody decides. */
  readonly decision: string | null;
  readonly decisionReason: string | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: Roles;
}

/** Faces in a row that did not match, or PINs that were wrong; the next that is right ends the count. */
export interface ExportedFailures {
  readonly of: 'PERSON' | 'CREDENTIAL' | 'PIN';
  readonly inARow: number;
  readonly lastFailedAt: Date;
}

/** That there is a PIN; it is kept in a form from which nobody can read it. */
export interface ExportedPin {
  readonly setAt: Date;
}

/** Of the person's own page. */
export interface ExportedAccess {
  readonly of: 'SESSION' | 'INVITATION';
  /** The browser, as it named itself; null for an invitation. */
  readonly client: string | null;
  readonly since: Date;
  readonly lastUsedAt: Date | null;
  /** It is over then at the latest. */
  readonly until: Date;
}

export interface ExportedActivity {
  readonly at: Date;
  readonly action: string;
  readonly outcome: string;
  /** Roles, or PERSON for themself, SYSTEM, WORKER or ANONYMOUS. */
  readonly by: Roles;
}

export interface ExportedRetention {
  readonly rule: RetentionRuleCode;
  readonly what: string;
  readonly days: number | null;
}

/** Everything that is held on a person: what GDPR 15 gives access to, in the form that GDPR 20 asks for. */
export interface ExportDocument {
  readonly format: typeof EXPORT_FORMAT;
  readonly id: string;
  readonly madeAt: Date;
  readonly institution: string;
  readonly language: string;
  readonly information: ProcessingInformation;
  readonly retention: readonly ExportedRetention[];
  readonly profile: {
    readonly id: string;
    readonly externalId: string;
    readonly displayName: string;
    readonly kind: string;
    readonly registeredAt: Date;
  };
  readonly consents: readonly ExportedConsent[];
  readonly enrolments: readonly ExportedEnrolment[];
  readonly templates: readonly ExportedReference[];
  readonly credentials: readonly ExportedCredential[];
  readonly validations: readonly ExportedValidation[];
  readonly reviews: readonly ExportedReview[];
  readonly failures: readonly ExportedFailures[];
  readonly pins: readonly ExportedPin[];
  readonly page: readonly ExportedAccess[];
  readonly activity: readonly ExportedActivity[];
}
