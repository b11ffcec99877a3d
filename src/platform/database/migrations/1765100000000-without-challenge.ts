import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** New checkpoints ask for a living head; those that are there keep what they have. */
const activeByDefault = `ALTER TABLE checkpoints ALTER COLUMN liveness SET DEFAULT 'ACTIVE';`;

/**
 * Who does no steps is compared, and never accepted by that: an operator's word on it is an attempt of its own, once, and
 * has no score. It is forgotten together with what it is the word on, so there is no foreign key.
 */
const withoutChallenge = `
  ALTER TABLE validation_attempts
    ADD COLUMN without_challenge boolean NOT NULL DEFAULT false,
    ADD COLUMN confirms uuid CONSTRAINT validation_attempts_confirms_key UNIQUE,
    DROP CONSTRAINT validation_attempts_accepted_check,
    ADD CONSTRAINT validation_attempts_accepted_check CHECK (anonymised_at IS NOT NULL OR state <> 'ACCEPTED'
      OR (person_id IS NOT NULL AND credential_id IS NOT NULL
        AND CASE WHEN method IN ('QR_PIN_OPERATOR','FACE_AND_OPERATOR')
          THEN attested_by IS NOT NULL AND num_nonnulls(comparison_score, threshold, model_id) = 0
          ELSE NOT without_challenge AND coalesce(comparison_score >= threshold, false) END)),
    DROP CONSTRAINT validation_attempts_anonymised_check,
    ADD CONSTRAINT validation_attempts_anonymised_check CHECK (anonymised_at IS NULL OR (finished_at IS NOT NULL
      AND num_nonnulls(person_id, credential_id, turn_id, capture_id, claim, comparison_score, pad_live, confirms) = 0)),
    DROP CONSTRAINT validation_attempts_method_check,
    ADD CONSTRAINT validation_attempts_method_check
      CHECK (method IN ('FACE','FACE_AND_PIN','QR_PIN_OPERATOR','FACE_AND_OPERATOR')),
    DROP CONSTRAINT validation_attempts_attested_check,
    ADD CONSTRAINT validation_attempts_attested_check CHECK (CASE method
      WHEN 'QR_PIN_OPERATOR' THEN num_nulls(attested_by, attestation, without_face_because) = 0 AND confirms IS NULL
        AND state IN ('ACCEPTED','REJECTED')
      WHEN 'FACE_AND_OPERATOR' THEN num_nulls(attested_by, attestation) = 0 AND without_face_because IS NULL
        AND (confirms IS NOT NULL OR anonymised_at IS NOT NULL) AND state = 'ACCEPTED'
      ELSE num_nonnulls(attested_by, attestation, without_face_because, confirms) = 0 END),
    DROP CONSTRAINT validation_attempts_challenge_check,
    ADD CONSTRAINT validation_attempts_challenge_check CHECK (CASE
      WHEN challenge IS NOT NULL THEN liveness <> 'PASSIVE' AND NOT without_challenge
        AND cardinality(challenge) BETWEEN 2 AND 3 AND challenge <@ '{LOOK_LEFT,LOOK_RIGHT,BLINK,COME_CLOSER}'
      ELSE liveness = 'PASSIVE' OR state = 'REJECTED' OR without_challenge END);`;

const refuseChange = (forgotten: string): string => `
  CREATE OR REPLACE FUNCTION refuse_change_of_final_attempt() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    forgotten constant text[] := '{${forgotten}}';
  BEGIN
    IF OLD.anonymised_at IS NULL AND NEW.anonymised_at IS NOT NULL
      AND to_jsonb(NEW) - forgotten = to_jsonb(OLD) - forgotten THEN
      RETURN NEW;
    END IF;
    RAISE EXCEPTION '% % is final', TG_TABLE_NAME, OLD.id USING ERRCODE = 'check_violation';
  END $$;`;

const FORGOTTEN_BEFORE =
  'id,person_id,credential_id,turn_id,claim,comparison_score,pad_live,correlation_id,created_at,deadline_at,finished_at,anonymised_at';

export class WithoutChallenge1765100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [activeByDefault, withoutChallenge, refuseChange(`${FORGOTTEN_BEFORE},confirms`)])
      await runner.query(part);
  }

  /** Refused by the database when an operator has confirmed an attempt, or one waits for that: the old shape has no place for them. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(refuseChange(FORGOTTEN_BEFORE));
    await runner.query(`
      ALTER TABLE checkpoints ALTER COLUMN liveness SET DEFAULT 'PASSIVE';
      ALTER TABLE validation_attempts
        DROP CONSTRAINT validation_attempts_challenge_check,
        ADD CONSTRAINT validation_attempts_challenge_check CHECK (CASE
          WHEN challenge IS NOT NULL THEN liveness <> 'PASSIVE' AND cardinality(challenge) BETWEEN 2 AND 3
            AND challenge <@ '{LOOK_LEFT,LOOK_RIGHT,BLINK,COME_CLOSER}'
          ELSE liveness = 'PASSIVE' OR state = 'REJECTED' END),
        DROP CONSTRAINT validation_attempts_attested_check,
        ADD CONSTRAINT validation_attempts_attested_check CHECK (CASE method WHEN 'QR_PIN_OPERATOR'
          THEN num_nulls(attested_by, attestation, without_face_because) = 0 AND state IN ('ACCEPTED','REJECTED')
          ELSE num_nonnulls(attested_by, attestation, without_face_because) = 0 END),
        DROP CONSTRAINT validation_attempts_method_check,
        ADD CONSTRAINT validation_attempts_method_check CHECK (method IN ('FACE','FACE_AND_PIN','QR_PIN_OPERATOR')),
        DROP CONSTRAINT validation_attempts_anonymised_check,
        ADD CONSTRAINT validation_attempts_anonymised_check CHECK (anonymised_at IS NULL OR (finished_at IS NOT NULL
          AND num_nonnulls(person_id, credential_id, turn_id, capture_id, claim, comparison_score, pad_live) = 0)),
        DROP CONSTRAINT validation_attempts_accepted_check,
        ADD CONSTRAINT validation_attempts_accepted_check CHECK (anonymised_at IS NOT NULL OR state <> 'ACCEPTED'
          OR (person_id IS NOT NULL AND credential_id IS NOT NULL AND CASE method
            WHEN 'QR_PIN_OPERATOR' THEN attested_by IS NOT NULL AND num_nonnulls(comparison_score, threshold, model_id) = 0
            ELSE coalesce(comparison_score >= threshold, false) END)),
        DROP COLUMN confirms,
        DROP COLUMN without_challenge;`);
  }
}
