import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Of a pairing code only an HMAC is kept. What is revoked stays revoked. */
const devices = `
  CREATE TABLE device_pairings (
    id uuid PRIMARY KEY,
    code_index bytea NOT NULL CONSTRAINT device_pairings_code_key UNIQUE,
    checkpoint_id uuid NOT NULL REFERENCES checkpoints (id),
    name text NOT NULL,
    created_by uuid NOT NULL,
    expires_at timestamptz NOT NULL
  );
  CREATE INDEX device_pairings_age ON device_pairings (expires_at);
  CREATE TABLE devices (
    id uuid PRIMARY KEY,
    checkpoint_id uuid NOT NULL REFERENCES checkpoints (id),
    name text NOT NULL,
    client text NOT NULL,
    public_key jsonb NOT NULL,
    paired_by uuid NOT NULL,
    paired_at timestamptz NOT NULL DEFAULT now(),
    last_seen_at timestamptz,
    revoked_at timestamptz,
    revoked_by uuid,
    revoked_reason text,
    CONSTRAINT devices_revoked_check CHECK (num_nulls(revoked_at, revoked_by, revoked_reason) IN (0, 3))
  );
  CREATE INDEX devices_checkpoint ON devices (checkpoint_id, id);
  CREATE TRIGGER devices_revoked_for_good BEFORE UPDATE ON devices
    FOR EACH ROW WHEN (OLD.revoked_at IS NOT NULL) EXECUTE FUNCTION refuse_change_of_final();
  CREATE TABLE device_assertions (
    device_id uuid NOT NULL REFERENCES devices (id) ON DELETE CASCADE,
    jti text NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (device_id, jti)
  );
  CREATE INDEX device_assertions_age ON device_assertions (expires_at);`;

/** The unique constraint is the promise that a turn makes one attempt at most. */
const turns = `
  CREATE TABLE checkpoint_turns (
    id uuid PRIMARY KEY,
    nonce_hash bytea NOT NULL CONSTRAINT checkpoint_turns_nonce_key UNIQUE,
    checkpoint_id uuid NOT NULL REFERENCES checkpoints (id),
    opened_by uuid NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz
  );
  CREATE INDEX checkpoint_turns_age ON checkpoint_turns (expires_at);
  ALTER TABLE validation_attempts ADD COLUMN turn_id uuid CONSTRAINT validation_attempts_turn_key UNIQUE;`;

/** Access that ends, or changes, announces itself, so that open subscriptions end too: by the id of session or device. */
const announcements = `
  CREATE TRIGGER devices_announce AFTER UPDATE OF revoked_at ON devices
    FOR EACH ROW WHEN (NEW.revoked_at IS NOT NULL) EXECUTE FUNCTION announce_state('access');
  CREATE TRIGGER sessions_announce AFTER UPDATE OF ended_at ON sessions
    FOR EACH ROW WHEN (NEW.ended_at IS NOT NULL) EXECUTE FUNCTION announce_state('access');
  CREATE FUNCTION announce_sessions() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_notify('presente_state', json_build_object('topic', 'access', 'id', id)::text)
      FROM sessions WHERE user_id = NEW.id AND ended_at IS NULL;
    RETURN NULL;
  END $$;
  CREATE TRIGGER users_announce AFTER UPDATE OF roles, disabled_at ON users
    FOR EACH ROW WHEN ((OLD.roles, OLD.disabled_at) IS DISTINCT FROM (NEW.roles, NEW.disabled_at))
    EXECUTE FUNCTION announce_sessions();`;

export class Devices1764600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [devices, turns, announcements]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER users_announce ON users;
      DROP TRIGGER sessions_announce ON sessions;
      DROP FUNCTION announce_sessions;
      ALTER TABLE validation_attempts DROP COLUMN turn_id;
      DROP TABLE checkpoint_turns, device_assertions, devices, device_pairings;`);
  }
}
