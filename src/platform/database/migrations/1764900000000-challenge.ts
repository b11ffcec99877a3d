import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * A checkpoint says how it wants to be shown a living face, an attempt keeps what was wanted when it was opened. Where more
 * than the passive network is wanted nothing waits for a face, and so nothing is accepted, without a challenge.
 */
const challenge = `
  ALTER TABLE checkpoints ADD COLUMN liveness text NOT NULL DEFAULT 'PASSIVE'
    CONSTRAINT checkpoints_liveness_check CHECK (liveness IN ('PASSIVE','ACTIVE','STRICT'));
  ALTER TABLE validation_attempts
    ADD COLUMN liveness text NOT NULL DEFAULT 'PASSIVE'
      CONSTRAINT validation_attempts_liveness_check CHECK (liveness IN ('PASSIVE','ACTIVE','STRICT')),
    ADD COLUMN challenge text[]
      CONSTRAINT validation_attempts_challenge_check CHECK (CASE
        WHEN challenge IS NOT NULL THEN liveness <> 'PASSIVE' AND cardinality(challenge) BETWEEN 2 AND 3
          AND challenge <@ '{LOOK_LEFT,LOOK_RIGHT,BLINK,COME_CLOSER}'
        ELSE liveness = 'PASSIVE' OR state = 'REJECTED' END);`;

export class Challenge1764900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(challenge);
  }

  /** Checkpoints that asked for a challenge ask for none any more. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE validation_attempts DROP COLUMN challenge, DROP COLUMN liveness;
      ALTER TABLE checkpoints DROP COLUMN liveness;`);
  }
}
