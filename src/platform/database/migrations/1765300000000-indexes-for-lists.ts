import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * For what `npm run bench -- rows` found to read whole tables (docs/adr/0044). Accepted attempts are nine in ten: of them a page is
 * full at once without an index, and leaving them out keeps the index a tenth of the size.
 */
const indexes = `
  CREATE INDEX validation_attempts_state ON validation_attempts (state, id) WHERE state <> 'ACCEPTED';
  CREATE INDEX idempotency_keys_entity ON idempotency_keys (entity_id);
  CREATE INDEX consents_person ON consents (person_id, id);
  CREATE INDEX enrolments_person ON enrolments (person_id, id);`;

export class IndexesForLists1765300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(indexes);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX validation_attempts_state, idempotency_keys_entity, consents_person, enrolments_person;`);
  }
}
