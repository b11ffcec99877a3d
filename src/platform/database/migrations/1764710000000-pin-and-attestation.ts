import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Refused for an erased person by the function that guards consents and credentials. */
const pins = `
  CREATE TABLE person_pins (
    person_id uuid PRIMARY KEY REFERENCES persons (id),
    sealed bytea NOT NULL,
    set_by uuid NOT NULL,
    set_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE TRIGGER person_pins_not_erased BEFORE INSERT ON person_pins FOR EACH ROW EXECUTE FUNCTION refuse_for_erased();
  CREATE TABLE pin_failures (
    person_id uuid NOT NULL REFERENCES persons (id),
    place text NOT NULL CONSTRAINT pin_failures_place_check CHECK (place IN ('CHECKPOINT','OPERATOR','OWN_PAGE')),
    failures integer NOT NULL CONSTRAINT pin_failures_check CHECK (failures > 0),
    last_failed_at timestamptz NOT NULL,
    PRIMARY KEY (person_id, place)
  );
  ALTER TABLE checkpoints ADD COLUMN factors text NOT NULL DEFAULT 'FACE'
    CONSTRAINT checkpoints_factors_check CHECK (factors IN ('FACE','FACE_AND_PIN'));`;

/**
 * Accepted means: a score that reaches its threshold, or the word of an operator who is a user, and nothing else. A
 * comparison with NULL is no "no" to a constraint, hence the coalesce: without it a missing score passed.
 */
const attestation = `
  ALTER TABLE validation_attempts
    ADD COLUMN method text NOT NULL DEFAULT 'FACE'
      CONSTRAINT validation_attempts_method_check CHECK (method IN ('FACE','FACE_AND_PIN','QR_PIN_OPERATOR')),
    ADD COLUMN attested_by uuid REFERENCES users (id),
    ADD COLUMN attestation text,
    ADD COLUMN without_face_because text,
    ADD CONSTRAINT validation_attempts_attested_check CHECK (CASE method WHEN 'QR_PIN_OPERATOR'
      THEN num_nulls(attested_by, attestation, without_face_because) = 0 AND state IN ('ACCEPTED','REJECTED')
      ELSE num_nonnulls(attested_by, attestation, without_face_because) = 0 END),
    DROP CONSTRAINT validation_attempts_accepted_check,
    ADD CONSTRAINT validation_attempts_accepted_check CHECK
      (state <> 'ACCEPTED' OR (person_id IS NOT NULL AND credential_id IS NOT NULL AND CASE method
        WHEN 'QR_PIN_OPERATOR' THEN attested_by IS NOT NULL AND num_nonnulls(comparison_score, threshold, model_id) = 0
        ELSE coalesce(comparison_score >= threshold, false) END));`;

export class PinAndAttestation1764710000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [pins, attestation]) await runner.query(part);
  }

  /** Whom an operator let in stays accepted, and nothing says any more why. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE validation_attempts
        DROP CONSTRAINT validation_attempts_attested_check,
        DROP CONSTRAINT validation_attempts_accepted_check,
        DROP COLUMN method, DROP COLUMN attested_by, DROP COLUMN attestation, DROP COLUMN without_face_because,
        ADD CONSTRAINT validation_attempts_accepted_check CHECK
          (state <> 'ACCEPTED' OR
            (person_id IS NOT NULL AND credential_id IS NOT NULL AND comparison_score >= threshold));
      ALTER TABLE checkpoints DROP COLUMN factors;
      DROP TABLE pin_failures, person_pins;`);
  }
}
