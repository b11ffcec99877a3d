import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A session has a user or a person; what ends with its user still does. */
const holderSessions = `
  ALTER TABLE sessions
    ALTER COLUMN user_id DROP NOT NULL,
    ADD COLUMN person_id uuid REFERENCES persons (id),
    ADD CONSTRAINT sessions_subject_check CHECK (num_nonnulls(user_id, person_id) = 1),
    DROP CONSTRAINT sessions_ended_because_check,
    ADD CONSTRAINT sessions_ended_because_check
      CHECK (ended_because IN ('SIGNED_OUT','PASSWORD_CHANGED','SECOND_FACTOR_CHANGED','USER_DISABLED','TOKEN_REUSED',
        'ENDED_BY_REGISTRAR'));
  CREATE INDEX sessions_person ON sessions (person_id, id);
  CREATE TABLE holder_invitations (
    person_id uuid PRIMARY KEY REFERENCES persons (id),
    code_hash bytea NOT NULL CONSTRAINT holder_invitations_code_key UNIQUE,
    issued_by uuid NOT NULL,
    issued_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL
  );
  CREATE INDEX holder_invitations_age ON holder_invitations (expires_at);`;

/** The primary key is the promise that a pass is taken once. */
const passes = `
  ALTER TABLE credentials
    DROP CONSTRAINT credentials_kind_check,
    ADD CONSTRAINT credentials_kind_check CHECK (kind IN ('CARD','PASS'));
  CREATE TABLE used_passes (
    showing_id uuid PRIMARY KEY,
    expires_at timestamptz NOT NULL
  );
  CREATE INDEX used_passes_age ON used_passes (expires_at);`;

export class Pass1764700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [holderSessions, passes]) await runner.query(part);
  }

  /** Gives back the old shape. Refused by the database when a pass was issued: an attempt may refer to it. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE used_passes, holder_invitations;
      DELETE FROM sessions WHERE person_id IS NOT NULL;
      ALTER TABLE sessions DROP COLUMN person_id, ALTER COLUMN user_id SET NOT NULL,
        DROP CONSTRAINT sessions_ended_because_check,
        ADD CONSTRAINT sessions_ended_because_check
          CHECK (ended_because IN
            ('SIGNED_OUT','PASSWORD_CHANGED','SECOND_FACTOR_CHANGED','USER_DISABLED','TOKEN_REUSED'));
      ALTER TABLE credentials DROP CONSTRAINT credentials_kind_check,
        ADD CONSTRAINT credentials_kind_check CHECK (kind IN ('CARD'));`);
  }
}
