import { type MigrationInterface, type QueryRunner } from 'typeorm';

const ENROLMENT_STATES = `('OPEN','QUEUED','PROCESSING','COMPLETED','REJECTED','EXPIRED','FAILED')`;
const ENROLMENT_RUNNING = `('OPEN','QUEUED','PROCESSING')`;
const ATTEMPT_STATES = `('OPEN','QUEUED','PROCESSING','ACCEPTED','REJECTED','INCONCLUSIVE','EXPIRED','FAILED')`;

const auth = `
  CREATE TABLE users (
    id uuid PRIMARY KEY,
    email text NOT NULL CONSTRAINT users_email_key UNIQUE,
    display_name text NOT NULL,
    password_hash text NOT NULL,
    roles text[] NOT NULL CONSTRAINT users_roles_check CHECK (cardinality(roles) > 0),
    disabled_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now()
  );`;

/** A person's keys and what they seal. A template needs a consent that is active, by foreign key and not by custom. */
const enrolment = `
  CREATE TABLE data_keys (
    subject_id uuid PRIMARY KEY,
    kek_id text NOT NULL,
    wrapped bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE TABLE persons (
    id uuid PRIMARY KEY REFERENCES data_keys (subject_id),
    external_id_index bytea NOT NULL CONSTRAINT persons_external_id_key UNIQUE,
    kind text NOT NULL CONSTRAINT persons_kind_check CHECK (kind IN ('STUDENT','STAFF')),
    sealed_profile bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE TABLE consents (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES persons (id),
    text_version text NOT NULL,
    language text NOT NULL,
    given_by text NOT NULL CONSTRAINT consents_given_by_check CHECK (given_by IN ('PERSON','GUARDIAN')),
    recorded_by uuid NOT NULL,
    given_at timestamptz NOT NULL DEFAULT now(),
    withdrawn_at timestamptz,
    active boolean NOT NULL DEFAULT true CONSTRAINT consents_active_check CHECK (active = (withdrawn_at IS NULL)),
    CONSTRAINT consents_person_active_key UNIQUE (id, person_id, active)
  );
  CREATE UNIQUE INDEX consents_one_active ON consents (person_id) WHERE withdrawn_at IS NULL;
  CREATE TABLE enrolments (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES persons (id),
    consent_id uuid NOT NULL REFERENCES consents (id),
    state text NOT NULL CONSTRAINT enrolments_state_check CHECK (state IN ${ENROLMENT_STATES}),
    reason text,
    frame_reasons text[] NOT NULL DEFAULT '{}',
    capture_id uuid,
    claim uuid,
    claims integer NOT NULL DEFAULT 0,
    opened_by uuid NOT NULL,
    correlation_id text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    deadline_at timestamptz NOT NULL,
    finished_at timestamptz,
    CONSTRAINT enrolments_finished_check CHECK ((finished_at IS NULL) = (state IN ${ENROLMENT_RUNNING}))
  );
  CREATE UNIQUE INDEX enrolments_one_running ON enrolments (person_id) WHERE finished_at IS NULL;
  CREATE INDEX enrolments_deadline ON enrolments (deadline_at) WHERE finished_at IS NULL;
  CREATE TABLE templates (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES persons (id),
    enrolment_id uuid NOT NULL REFERENCES enrolments (id),
    consent_id uuid NOT NULL,
    consent_active boolean NOT NULL DEFAULT true CONSTRAINT templates_consent_check CHECK (consent_active),
    model_id text NOT NULL,
    model_version text NOT NULL,
    sealed bytea NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT templates_person_model_key UNIQUE (person_id, model_id, model_version),
    CONSTRAINT templates_active_consent_fkey FOREIGN KEY (consent_id, person_id, consent_active)
      REFERENCES consents (id, person_id, active)
  );
  CREATE TABLE credentials (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES persons (id),
    kind text NOT NULL CONSTRAINT credentials_kind_check CHECK (kind IN ('CARD')),
    issued_by uuid NOT NULL,
    issued_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    revoked_reason text,
    CONSTRAINT credentials_revoked_check CHECK ((revoked_at IS NULL) = (revoked_reason IS NULL)),
    CONSTRAINT credentials_expiry_check CHECK (expires_at > issued_at)
  );
  CREATE UNIQUE INDEX credentials_one_active ON credentials (person_id, kind) WHERE revoked_at IS NULL;
  CREATE INDEX credentials_person ON credentials (person_id, id);`;

const validation = `
  CREATE TABLE checkpoints (
    id uuid PRIMARY KEY,
    name text NOT NULL CONSTRAINT checkpoints_name_key UNIQUE,
    target_fmr double precision NOT NULL CONSTRAINT checkpoints_fmr_check CHECK (target_fmr > 0 AND target_fmr <= 0.01),
    closed_at timestamptz,
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE TABLE validation_attempts (
    id uuid PRIMARY KEY,
    checkpoint_id uuid NOT NULL REFERENCES checkpoints (id),
    credential_id uuid REFERENCES credentials (id),
    person_id uuid REFERENCES persons (id),
    state text NOT NULL CONSTRAINT validation_attempts_state_check CHECK (state IN ${ATTEMPT_STATES}),
    reason text,
    capture_id uuid,
    claim uuid,
    claims integer NOT NULL DEFAULT 0,
    model_id text,
    model_version text,
    comparison_score real,
    threshold real,
    pad_live real,
    opened_by uuid NOT NULL,
    correlation_id text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    deadline_at timestamptz NOT NULL,
    finished_at timestamptz,
    CONSTRAINT validation_attempts_finished_check CHECK
      ((finished_at IS NULL) = (state IN ('OPEN','QUEUED','PROCESSING')) AND (finished_at IS NULL) = (reason IS NULL)),
    CONSTRAINT validation_attempts_accepted_check CHECK
      (state <> 'ACCEPTED' OR (person_id IS NOT NULL AND credential_id IS NOT NULL AND comparison_score >= threshold))
  );
  CREATE INDEX validation_attempts_checkpoint ON validation_attempts (checkpoint_id, id);
  CREATE INDEX validation_attempts_person ON validation_attempts (person_id, id);
  CREATE INDEX validation_attempts_deadline ON validation_attempts (deadline_at) WHERE finished_at IS NULL;`;

/** Frames are UNLOGGED: never in the write-ahead log, so never in a backup or on a replica. */
const platform = `
  CREATE TABLE idempotency_keys (
    actor_id uuid NOT NULL,
    operation text NOT NULL,
    key text NOT NULL,
    input_hash bytea NOT NULL,
    entity_id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (actor_id, operation, key)
  );
  CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);
  CREATE TABLE outbox (
    id uuid PRIMARY KEY,
    queue text NOT NULL,
    name text NOT NULL,
    payload jsonb NOT NULL,
    correlation_id text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    sent_at timestamptz
  );
  CREATE INDEX outbox_unsent ON outbox (id) WHERE sent_at IS NULL;
  CREATE INDEX outbox_sent ON outbox (sent_at);
  CREATE UNLOGGED TABLE capture_frames (
    id uuid PRIMARY KEY,
    sealed bytea NOT NULL,
    expires_at timestamptz NOT NULL
  );
  CREATE INDEX capture_frames_age ON capture_frames (expires_at);`;

/** A state that changes announces itself at commit, with the id only; listeners read the row under their own rights. */
const announcements = `
  CREATE FUNCTION announce_state() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_notify('presente_state', json_build_object('topic', TG_ARGV[0], 'id', NEW.id)::text);
    RETURN NULL;
  END $$;
  CREATE TRIGGER enrolments_announce AFTER UPDATE OF state ON enrolments
    FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION announce_state('enrolment');
  CREATE TRIGGER validation_attempts_announce AFTER UPDATE OF state ON validation_attempts
    FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION announce_state('validation');`;

/** A final state is final: not even a bug or a late worker can change it. */
const finality = `
  CREATE FUNCTION refuse_change_of_final() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION '% % is final', TG_TABLE_NAME, OLD.id USING ERRCODE = 'check_violation';
  END $$;
  CREATE TRIGGER enrolments_final BEFORE UPDATE ON enrolments
    FOR EACH ROW WHEN (OLD.finished_at IS NOT NULL) EXECUTE FUNCTION refuse_change_of_final();
  CREATE TRIGGER validation_attempts_final BEFORE UPDATE ON validation_attempts
    FOR EACH ROW WHEN (OLD.finished_at IS NOT NULL) EXECUTE FUNCTION refuse_change_of_final();`;

export class FoundingSchema1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [auth, enrolment, validation, platform, announcements, finality]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE capture_frames, outbox, idempotency_keys, validation_attempts, checkpoints, credentials, templates,
        enrolments, consents, persons, data_keys, users;
      DROP FUNCTION announce_state, refuse_change_of_final;`);
  }
}
