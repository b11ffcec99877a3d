import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Of a token only the SHA-256 is kept. The unique index is the promise that a session has one live token at most. */
export class Sessions1764300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sessions (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        client text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        last_used_at timestamptz NOT NULL DEFAULT now(),
        good_until timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        ended_at timestamptz,
        ended_because text CONSTRAINT sessions_ended_because_check
          CHECK (ended_because IN ('SIGNED_OUT','PASSWORD_CHANGED','USER_DISABLED','TOKEN_REUSED')),
        CONSTRAINT sessions_ended_check CHECK ((ended_at IS NULL) = (ended_because IS NULL)),
        CONSTRAINT sessions_good_until_check CHECK (good_until <= expires_at)
      );
      CREATE INDEX sessions_user ON sessions (user_id, id);
      CREATE INDEX sessions_good_until ON sessions (good_until);
      CREATE TABLE refresh_tokens (
        hash bytea PRIMARY KEY,
        session_id uuid NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
        created_at timestamptz NOT NULL DEFAULT now(),
        replaced_at timestamptz,
        sealed_successor bytea
      );
      CREATE UNIQUE INDEX refresh_tokens_one_live ON refresh_tokens (session_id) WHERE replaced_at IS NULL;
      CREATE INDEX refresh_tokens_session ON refresh_tokens (session_id);
      CREATE INDEX refresh_tokens_sealed ON refresh_tokens (replaced_at) WHERE sealed_successor IS NOT NULL;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE refresh_tokens, sessions');
  }
}
