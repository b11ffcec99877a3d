import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** As rate-limiter-flexible reads and writes it: `expire` in milliseconds since 1970. */
const throttle = `
  CREATE TABLE throttle_counters (
    key varchar(255) PRIMARY KEY,
    points integer NOT NULL DEFAULT 0,
    expire bigint
  );`;

/** Comparisons in a row that did not match, of a person and of each of their credentials; no row, no failures. */
const validation = `
  CREATE TABLE comparison_failures (
    subject_id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES persons (id) ON DELETE CASCADE,
    failures integer NOT NULL CONSTRAINT comparison_failures_check CHECK (failures > 0),
    last_failed_at timestamptz NOT NULL
  );
  CREATE INDEX comparison_failures_person ON comparison_failures (person_id);`;

export class FailureCounters1764500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [throttle, validation]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE comparison_failures, throttle_counters;');
  }
}
