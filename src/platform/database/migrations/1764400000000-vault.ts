import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A template made before it was protected is of no known scheme, so it is outdated and never compared. */
const protection = `
  ALTER TABLE templates
    ADD COLUMN protection text NOT NULL DEFAULT 'none',
    ADD COLUMN generation uuid NOT NULL DEFAULT gen_random_uuid();
  ALTER TABLE templates ALTER COLUMN protection DROP DEFAULT, ALTER COLUMN generation DROP DEFAULT;`;

/** An erased person stays as a row that says nothing but when, so that what refers to it stays whole. */
const erasure = `
  ALTER TABLE persons DROP CONSTRAINT persons_id_fkey;
  ALTER TABLE persons
    ALTER COLUMN external_id_index DROP NOT NULL,
    ALTER COLUMN kind DROP NOT NULL,
    ALTER COLUMN sealed_profile DROP NOT NULL,
    ADD COLUMN erased_at timestamptz,
    ADD CONSTRAINT persons_erased_check CHECK (CASE WHEN erased_at IS NULL
      THEN num_nulls(external_id_index, kind, sealed_profile) = 0
      ELSE num_nonnulls(external_id_index, kind, sealed_profile) = 0 END);
  CREATE TABLE erasure_receipts (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES persons (id),
    reason text NOT NULL CONSTRAINT erasure_receipts_reason_check CHECK (reason IN ('REQUESTED','RETENTION')),
    erased_by uuid,
    erased_at timestamptz NOT NULL,
    token text NOT NULL,
    CONSTRAINT erasure_receipts_person_key UNIQUE (person_id),
    CONSTRAINT erasure_receipts_by_check CHECK ((erased_by IS NULL) = (reason = 'RETENTION'))
  );`;

/** What application code can't get wrong: a living person keeps their key, and nothing new is made for an erased one. */
const guards = `
  CREATE FUNCTION refuse_loss_of_key() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT 1 FROM persons WHERE id = OLD.subject_id AND erased_at IS NULL) THEN
      RAISE EXCEPTION 'the person of data key % is not erased', OLD.subject_id USING ERRCODE = 'check_violation';
    END IF;
    RETURN OLD;
  END $$;
  CREATE TRIGGER data_keys_in_use BEFORE DELETE ON data_keys FOR EACH ROW EXECUTE FUNCTION refuse_loss_of_key();
  CREATE FUNCTION refuse_for_erased() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    erased timestamptz;
  BEGIN
    -- Held until the insert is committed: an erasure that comes meanwhile waits for it, and finds what it inserted.
    SELECT erased_at INTO erased FROM persons WHERE id = NEW.person_id FOR SHARE;
    IF erased IS NOT NULL THEN
      RAISE EXCEPTION 'person % is erased', NEW.person_id USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER consents_not_erased BEFORE INSERT ON consents FOR EACH ROW EXECUTE FUNCTION refuse_for_erased();
  CREATE TRIGGER enrolments_not_erased BEFORE INSERT ON enrolments FOR EACH ROW EXECUTE FUNCTION refuse_for_erased();
  CREATE TRIGGER credentials_not_erased BEFORE INSERT ON credentials FOR EACH ROW EXECUTE FUNCTION refuse_for_erased();
  CREATE FUNCTION end_for_erased() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    -- Admitted a moment before the erasure: it ends as it would have a moment after.
    PERFORM 1 FROM persons WHERE id = NEW.person_id FOR SHARE;
    IF EXISTS (SELECT 1 FROM persons WHERE id = NEW.person_id AND erased_at IS NOT NULL) THEN
      NEW.state := 'REJECTED';
      NEW.reason := 'CONSENT_MISSING';
      NEW.finished_at := now();
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER validation_attempts_not_erased BEFORE INSERT ON validation_attempts
    FOR EACH ROW WHEN (NEW.finished_at IS NULL) EXECUTE FUNCTION end_for_erased();`;

export class Vault1764400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [protection, erasure, guards]) await runner.query(part);
  }

  /** Gives back the old shape. Refused by the database when somebody was erased: nothing can stand in for their key. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER consents_not_erased ON consents;
      DROP TRIGGER enrolments_not_erased ON enrolments;
      DROP TRIGGER credentials_not_erased ON credentials;
      DROP TRIGGER validation_attempts_not_erased ON validation_attempts;
      DROP TRIGGER data_keys_in_use ON data_keys;
      DROP FUNCTION end_for_erased, refuse_for_erased, refuse_loss_of_key;
      DROP TABLE erasure_receipts;
      ALTER TABLE persons DROP CONSTRAINT persons_erased_check, DROP COLUMN erased_at;
      ALTER TABLE persons
        ALTER COLUMN external_id_index SET NOT NULL,
        ALTER COLUMN kind SET NOT NULL,
        ALTER COLUMN sealed_profile SET NOT NULL,
        ADD CONSTRAINT persons_id_fkey FOREIGN KEY (id) REFERENCES data_keys (subject_id);
      ALTER TABLE templates DROP COLUMN protection, DROP COLUMN generation;`);
  }
}
