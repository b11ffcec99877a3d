import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Who agreed to a consent, and what shows it; sealed, so null of those from before and of erased persons (docs/adr/0053). */
export class ConsentEvidence1765800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE consents ADD COLUMN sealed_evidence bytea');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE consents DROP COLUMN sealed_evidence');
  }
}
