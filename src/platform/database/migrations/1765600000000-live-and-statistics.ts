import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * A row that is made is announced too, under a topic of its own: who follows one attempt is not woken by it, and who follows all hears
 * of those that never change, being refused or attested as they are made.
 */
const announcements = `
  CREATE TRIGGER validation_attempts_announce_made AFTER INSERT ON validation_attempts
    FOR EACH ROW EXECUTE FUNCTION announce_state('validation-made');`;

/**
 * All that statistics count, so that the table itself is not read. Only of what is final: an attempt gets its one entry with its end,
 * and not one with each of its states (docs/adr/0049).
 */
const statistics = `
  CREATE INDEX validation_attempts_statistics ON validation_attempts (created_at)
    INCLUDE (checkpoint_id, state, reason, method, claims) WHERE finished_at IS NOT NULL;`;

export class LiveAndStatistics1765600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(announcements);
    await runner.query(statistics);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX validation_attempts_statistics;
      DROP TRIGGER validation_attempts_announce_made ON validation_attempts;`);
  }
}
