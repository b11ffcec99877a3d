import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * A template is sealed under a key that lives as long as its consent; those from before go on under the person's key
 * until a worker seals them anew.
 */
const templateKeys = `
  ALTER TABLE templates ADD COLUMN key_id uuid;
  UPDATE templates SET key_id = person_id;
  ALTER TABLE templates
    ALTER COLUMN key_id SET NOT NULL,
    ADD CONSTRAINT templates_key_check CHECK (key_id IN (consent_id, person_id)),
    ADD CONSTRAINT templates_key_id_fkey FOREIGN KEY (key_id) REFERENCES data_keys (subject_id);
  CREATE INDEX templates_key ON templates (key_id);
  CREATE FUNCTION refuse_key_of_withdrawn() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT 1 FROM data_keys WHERE subject_id = NEW.id) THEN
      RAISE EXCEPTION 'the key of consent % is not destroyed', NEW.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER consents_key_destroyed BEFORE UPDATE OF active ON consents
    FOR EACH ROW WHEN (OLD.active AND NOT NEW.active) EXECUTE FUNCTION refuse_key_of_withdrawn();`;

/**
 * What is final stays so, but for one change, once: it is forgotten whose it was. A column that comes later is not in the
 * list, so it can't be forgotten by mistake, and it can't be left out of what is forgotten without this being read again.
 */
const forgettingAttempts = `
  ALTER TABLE validation_attempts
    ADD COLUMN anonymised_at timestamptz,
    DROP CONSTRAINT validation_attempts_accepted_check,
    ADD CONSTRAINT validation_attempts_accepted_check CHECK (anonymised_at IS NOT NULL OR state <> 'ACCEPTED'
      OR (person_id IS NOT NULL AND credential_id IS NOT NULL AND CASE method
        WHEN 'QR_PIN_OPERATOR' THEN attested_by IS NOT NULL AND num_nonnulls(comparison_score, threshold, model_id) = 0
        ELSE coalesce(comparison_score >= threshold, false) END)),
    ADD CONSTRAINT validation_attempts_anonymised_check CHECK (anonymised_at IS NULL OR (finished_at IS NOT NULL
      AND num_nonnulls(person_id, credential_id, turn_id, capture_id, claim, comparison_score, pad_live) = 0));
  CREATE FUNCTION refuse_change_of_final_attempt() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    forgotten constant text[] := '{id,person_id,credential_id,turn_id,claim,comparison_score,pad_live,correlation_id,created_at,deadline_at,finished_at,anonymised_at}';
  BEGIN
    IF OLD.anonymised_at IS NULL AND NEW.anonymised_at IS NOT NULL
      AND to_jsonb(NEW) - forgotten = to_jsonb(OLD) - forgotten THEN
      RETURN NEW;
    END IF;
    RAISE EXCEPTION '% % is final', TG_TABLE_NAME, OLD.id USING ERRCODE = 'check_violation';
  END $$;
  DROP TRIGGER validation_attempts_final ON validation_attempts;
  CREATE TRIGGER validation_attempts_final BEFORE UPDATE ON validation_attempts
    FOR EACH ROW WHEN (OLD.finished_at IS NOT NULL) EXECUTE FUNCTION refuse_change_of_final_attempt();
  UPDATE validation_attempts SET person_id = NULL, credential_id = NULL, turn_id = NULL, claim = NULL, comparison_score = NULL,
    pad_live = NULL, correlation_id = 'forgotten', anonymised_at = now()
  WHERE finished_at IS NOT NULL AND person_id IN (SELECT id FROM persons WHERE erased_at IS NOT NULL);`;

/** The first two find what is due; the others answer the foreign keys when something is deleted. */
const retention = `
  CREATE INDEX validation_attempts_to_forget ON validation_attempts (finished_at)
    WHERE anonymised_at IS NULL AND finished_at IS NOT NULL;
  CREATE INDEX templates_age ON templates (created_at);
  CREATE INDEX templates_enrolment ON templates (enrolment_id);
  CREATE INDEX validation_attempts_credential ON validation_attempts (credential_id) WHERE credential_id IS NOT NULL;
  CREATE TABLE retention_runs (
    rule text PRIMARY KEY,
    started_at timestamptz NOT NULL,
    finished_at timestamptz,
    affected integer NOT NULL
  );`;

export class Privacy1764800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [templateKeys, forgettingAttempts, retention]) await runner.query(part);
  }

  /** Refused by the database when a template has a key of its own or an accepted attempt was forgotten: the old shape has no place for them. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE retention_runs;
      DROP INDEX validation_attempts_to_forget, validation_attempts_credential, templates_age, templates_enrolment;
      DROP TRIGGER validation_attempts_final ON validation_attempts;
      CREATE TRIGGER validation_attempts_final BEFORE UPDATE ON validation_attempts
        FOR EACH ROW WHEN (OLD.finished_at IS NOT NULL) EXECUTE FUNCTION refuse_change_of_final();
      DROP FUNCTION refuse_change_of_final_attempt;
      ALTER TABLE validation_attempts
        DROP CONSTRAINT validation_attempts_anonymised_check,
        DROP CONSTRAINT validation_attempts_accepted_check,
        ADD CONSTRAINT validation_attempts_accepted_check CHECK
          (state <> 'ACCEPTED' OR (person_id IS NOT NULL AND credential_id IS NOT NULL AND CASE method
            WHEN 'QR_PIN_OPERATOR' THEN attested_by IS NOT NULL AND num_nonnulls(comparison_score, threshold, model_id) = 0
            ELSE coalesce(comparison_score >= threshold, false) END)),
        DROP COLUMN anonymised_at;
      DROP TRIGGER consents_key_destroyed ON consents;
      DROP FUNCTION refuse_key_of_withdrawn;
      ALTER TABLE templates ADD CONSTRAINT templates_own_key_check CHECK (key_id = person_id);
      ALTER TABLE templates DROP CONSTRAINT templates_own_key_check, DROP COLUMN key_id;`);
  }
}
