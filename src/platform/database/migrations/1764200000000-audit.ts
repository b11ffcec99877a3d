import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The end of the chain stands in one row, which whoever appends locks. Its seal needs a key that is not in here. */
const tables = `
  CREATE TABLE audit_events (
    sequence bigint PRIMARY KEY CONSTRAINT audit_events_sequence_check CHECK (sequence > 0),
    at timestamptz(3) NOT NULL,
    action text NOT NULL,
    actor text NOT NULL,
    subject_kind text NOT NULL,
    subject_id text,
    outcome text NOT NULL,
    correlation_id text NOT NULL,
    details jsonb NOT NULL,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT audit_events_codes_check
      CHECK (concat(actor, subject_id, details) !~ '[@\\\\]' AND length(details::text) <= 2000),
    CONSTRAINT audit_events_hash_check CHECK (length(previous_hash) = 32 AND length(hash) = 32)
  );
  CREATE INDEX audit_events_at ON audit_events (at);
  CREATE INDEX audit_events_actor ON audit_events (actor, sequence);
  CREATE INDEX audit_events_subject ON audit_events (subject_id, sequence);
  CREATE INDEX audit_events_action ON audit_events (action, sequence);
  CREATE INDEX audit_events_person ON audit_events ((details ->> 'personId'), sequence);
  CREATE TABLE audit_head (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    sequence bigint NOT NULL,
    hash bytea NOT NULL,
    seal bytea,
    at timestamptz(3)
  ) WITH (fillfactor = 10);
  INSERT INTO audit_head (sequence, hash) VALUES (0, decode(repeat('00', 32), 'hex'));`;

/** ALWAYS: also for a session that calls itself a replica. */
const refusals = `
  CREATE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION '% on % is refused: the audit only grows', TG_OP, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END $$;
  CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit();
  CREATE TRIGGER audit_head_stays BEFORE INSERT OR DELETE OR TRUNCATE ON audit_head
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit();
  CREATE TRIGGER audit_head_goes_forward BEFORE UPDATE ON audit_head
    FOR EACH ROW WHEN (NEW.sequence <= OLD.sequence) EXECUTE FUNCTION refuse_change_of_audit();
  ALTER TABLE audit_events ENABLE ALWAYS TRIGGER audit_events_append_only;
  ALTER TABLE audit_head ENABLE ALWAYS TRIGGER audit_head_stays, ENABLE ALWAYS TRIGGER audit_head_goes_forward;`;

/** A deployment may have given its role rights on every table to come (docs/runbooks/audit.md). */
const rights = `
  DO $$
  BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'presente_app') THEN
      REVOKE ALL ON audit_events, audit_head FROM presente_app;
      GRANT SELECT, INSERT ON audit_events TO presente_app;
      GRANT SELECT, UPDATE ON audit_head TO presente_app;
    END IF;
  END $$;`;

export class Audit1764200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [tables, refusals, rights]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_events, audit_head');
    await runner.query('DROP FUNCTION refuse_change_of_audit');
  }
}
