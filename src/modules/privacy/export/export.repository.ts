import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { type SealedEvidence } from '../../enrolment/index.js';
import {
  type ExportedAccess,
  type ExportedActivity,
  type ExportedCredential,
  type ExportedEnrolment,
  type ExportedFailures,
  type ExportedPin,
  type ExportedReference,
  type ExportedReview,
  type ExportedValidation,
} from './export-document.js';

/** A consent as its row has it; the text comes from the texts, and what is sealed is opened by who may. */
export interface ConsentOnFile extends SealedEvidence {
  readonly textVersion: string;
  readonly language: string;
  readonly givenBy: string;
  readonly givenAt: Date;
  readonly withdrawnAt: Date | null;
  readonly recordedBy: readonly string[];
}

/** Rows that are read at a time, so that no statement takes long. */
const PAGE = 1_000;

/** In whose role it was done: never who it was. Of somebody whose account is gone nothing is known any more. */
const rolesOf = (column: string): string => `coalesce((SELECT roles FROM users WHERE id = ${column}), '{}')`;

/** Everything that is held on one person, but for the name, which the persons' own service opens. */
@Injectable()
export class ExportRepository {
  constructor(private readonly database: Database) {}

  consents(personId: string): Promise<ConsentOnFile[]> {
    return this.database.query(
      `SELECT id, person_id AS "personId", sealed_evidence AS "sealedEvidence", text_version AS "textVersion", language, given_by AS "givenBy", given_at AS "givenAt",
         withdrawn_at AS "withdrawnAt", ${rolesOf('recorded_by')} AS "recordedBy"
       FROM consents WHERE person_id = $1 ORDER BY id`,
      [personId],
    );
  }

  enrolments(personId: string): Promise<ExportedEnrolment[]> {
    return this.database.query(
      `SELECT created_at AS "openedAt", finished_at AS "endedAt", state, reason, frame_reasons AS "photoReasons",
         ${rolesOf('opened_by')} AS "openedBy"
       FROM enrolments WHERE person_id = $1 ORDER BY id`,
      [personId],
    );
  }

  references(personId: string): Promise<ExportedReference[]> {
    return this.database.query(
      `SELECT model_id AS "modelId", model_version AS "modelVersion", protection, created_at AS "madeAt"
       FROM templates WHERE person_id = $1 ORDER BY id`,
      [personId],
    );
  }

  credentials(personId: string): Promise<ExportedCredential[]> {
    return this.database.query(
      `SELECT id, kind, issued_at AS "issuedAt", expires_at AS "expiresAt", revoked_at AS "revokedAt",
         revoked_reason AS "revokedReason", ${rolesOf('issued_by')} AS "issuedBy"
       FROM credentials WHERE person_id = $1 ORDER BY id`,
      [personId],
    );
  }

  /** Scores to one decimal: see docs/adr/0038-export.md. */
  validations(personId: string): Promise<ExportedValidation[]> {
    return this.allPages<ExportedValidation>(
      `SELECT attempt.id AS cursor, attempt.created_at AS "openedAt", finished_at AS "endedAt", checkpoint.name AS checkpoint,
         method, challenge, without_challenge AS "withoutChallenge", attestation, without_face_because AS "withoutFaceBecause", state, reason, credential_id AS "credentialId", model_id AS "modelId", model_version AS "modelVersion",
         round(comparison_score::numeric, 1)::float AS "comparisonScore", round(threshold::numeric, 2)::float AS threshold,
         round(pad_live::numeric, 1)::float AS liveness, ${rolesOf('opened_by')} AS "openedBy"
       FROM validation_attempts AS attempt JOIN checkpoints AS checkpoint ON checkpoint.id = checkpoint_id
       WHERE person_id = $1 AND attempt.id > $2 ORDER BY attempt.id LIMIT $3`,
      personId,
      '00000000-0000-0000-0000-000000000000',
    );
  }

  reviews(personId: string): Promise<ExportedReview[]> {
    return this.database.query(
      `SELECT review.ended_at AS "endedAt", cause, review.reason, title, description,
         ARRAY(SELECT text #>> '{}' FROM jsonb_path_query(checklists, '$[*].items[*].text') AS text) AS checklists,
         ARRAY(SELECT body FROM card_comments WHERE card_id = card.id ORDER BY id) AS comments,
         decision, decision_reason AS "decisionReason", decided_at AS "decidedAt",
         CASE WHEN decided_by IS NULL THEN '{}' ELSE ${rolesOf('decided_by')} END AS "decidedBy"
       FROM card_reviews AS review JOIN cards AS card ON card.id = review.card_id
       JOIN validation_attempts AS attempt ON attempt.id = review.attempt_id
       WHERE attempt.person_id = $1 ORDER BY card.id`,
      [personId],
    );
  }

  failures(personId: string): Promise<ExportedFailures[]> {
    return this.database.query(
      `SELECT CASE subject_id WHEN person_id THEN 'PERSON' ELSE 'CREDENTIAL' END AS of, failures AS "inARow",
         last_failed_at AS "lastFailedAt"
       FROM comparison_failures WHERE person_id = $1
       UNION ALL SELECT 'PIN', failures, last_failed_at FROM pin_failures WHERE person_id = $1
       ORDER BY "lastFailedAt"`,
      [personId],
    );
  }

  pins(personId: string): Promise<ExportedPin[]> {
    return this.database.query('SELECT set_at AS "setAt" FROM person_pins WHERE person_id = $1', [personId]);
  }

  page(personId: string): Promise<ExportedAccess[]> {
    return this.database.query(
      `SELECT 'SESSION' AS of, client, created_at AS since, last_used_at AS "lastUsedAt",
         least(ended_at, good_until) AS until FROM sessions WHERE person_id = $1
       UNION ALL SELECT 'INVITATION', NULL, issued_at, NULL, expires_at FROM holder_invitations WHERE person_id = $1
       ORDER BY since`,
      [personId],
    );
  }

  /** Looks with an index each, because one with OR would read the audit from its beginning. The last is for the import that made them. */
  activity(personId: string): Promise<ExportedActivity[]> {
    const look = (condition: string): string =>
      `(SELECT sequence, at, action, outcome, actor FROM audit_events
        WHERE ${condition} AND sequence > $2::bigint ORDER BY sequence LIMIT $3)`;
    return this.allPages<ExportedActivity>(
      `SELECT sequence AS cursor, at, action, outcome, CASE
           WHEN actor = $1 THEN '{PERSON}'
           WHEN actor !~ '^[0-9a-f-]{36}$' THEN ARRAY[upper(actor)]
           ELSE ${rolesOf('actor::uuid')} END AS by
       FROM (${look('subject_id = $1')} UNION ${look(`details ->> 'personId' = $1`)}
         UNION ${look('subject_id = (SELECT import_id::text FROM persons WHERE id = $1::text::uuid)')}) AS event
       ORDER BY sequence LIMIT $3`,
      personId,
      '0',
    );
  }

  private async allPages<Row>(sql: string, personId: string, start: string): Promise<Row[]> {
    const all: Row[] = [];
    for (let cursor: string | undefined = start; cursor !== undefined;) {
      const page: (Row & { cursor?: string })[] = await this.database.query(sql, [personId, cursor, PAGE]);
      cursor = page.length < PAGE ? undefined : page.at(-1)?.cursor;
      for (const { cursor: _, ...row } of page) all.push(row as Row);
    }
    return all;
  }
}
