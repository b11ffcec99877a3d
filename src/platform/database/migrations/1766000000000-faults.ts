import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What is to be broken on purpose, for every process to see. It is looked at only where the configuration allows faults. */
export class Faults1766000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE faults (
        point text CONSTRAINT faults_pkey PRIMARY KEY,
        kind text NOT NULL,
        rate double precision NOT NULL CONSTRAINT faults_rate CHECK (rate > 0 AND rate <= 1),
        milliseconds integer NOT NULL CONSTRAINT faults_milliseconds CHECK (milliseconds BETWEEN 0 AND 60000),
        until timestamptz NOT NULL,
        injected_by text NOT NULL
      );`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE faults;');
  }
}
