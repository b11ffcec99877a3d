import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * People are found by the beginnings of their words and by what they still lack (docs/adr/0048). Of those who were there before, a worker
 * makes the terms: it takes the keys of the processes, which a migration has not. With statistics of more terms than usual the rare ones
 * are known to be rare, and looked up instead of looked for in everybody.
 */
const search = `
  ALTER TABLE persons
    ADD COLUMN search_terms integer[],
    ADD COLUMN import_id uuid,
    DROP CONSTRAINT persons_erased_check,
    ADD CONSTRAINT persons_erased_check CHECK (CASE WHEN erased_at IS NULL THEN num_nulls(external_id_index, kind, sealed_profile) = 0
      ELSE num_nonnulls(external_id_index, kind, sealed_profile, search_terms, import_id) = 0 END);
  ALTER TABLE persons ALTER COLUMN search_terms SET STATISTICS 1000;
  CREATE INDEX persons_search ON persons USING gin (search_terms);
  CREATE INDEX persons_to_index ON persons (id) WHERE search_terms IS NULL AND erased_at IS NULL;`;

export class People1765500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(search);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX persons_search, persons_to_index;
      ALTER TABLE persons
        DROP CONSTRAINT persons_erased_check,
        DROP COLUMN search_terms,
        DROP COLUMN import_id,
        ADD CONSTRAINT persons_erased_check CHECK (CASE WHEN erased_at IS NULL THEN num_nulls(external_id_index, kind, sealed_profile) = 0
          ELSE num_nonnulls(external_id_index, kind, sealed_profile) = 0 END);`);
  }
}
