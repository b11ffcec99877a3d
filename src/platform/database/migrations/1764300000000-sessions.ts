import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Of a token only the SHA-256 is kept. The unique index is the promise that a session has one live token at most. */
const sessions = `
  CREATE TABLE sessions (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    client text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    last_used_at timestamptz NOT NULL DEFAULT now(),
    good_until timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    second_factor_at timestamptz,
    ended_at timestamptz,
    ended_because text CONSTRAINT sessions_ended_because_check
      CHECK (ended_because IN
        ('SIGNED_OUT','PASSWORD_CHANGED','SECOND_FACTOR_CHANGED','USER_DISABLED','TOKEN_REUSED')),
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
  CREATE INDEX refresh_tokens_sealed ON refresh_tokens (replaced_at) WHERE sealed_successor IS NOT NULL;`;

const passkeys = `
  CREATE TABLE passkeys (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    credential_id text NOT NULL CONSTRAINT passkeys_credential_key UNIQUE,
    public_key bytea NOT NULL,
    counter bigint NOT NULL,
    transports text[] NOT NULL,
    name text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    last_used_at timestamptz
  );
  CREATE INDEX passkeys_user ON passkeys (user_id, id);
  CREATE TABLE passkey_challenges (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    purpose text NOT NULL CONSTRAINT passkey_challenges_purpose_check CHECK (purpose IN ('SIGN_IN','CONFIRM','REGISTER')),
    challenge text NOT NULL,
    password_hash text NOT NULL,
    expires_at timestamptz NOT NULL
  );
  CREATE INDEX passkey_challenges_age ON passkey_challenges (expires_at);`;

export class Sessions1764300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [sessions, passkeys]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE passkey_challenges, passkeys, refresh_tokens, sessions');
  }
}
