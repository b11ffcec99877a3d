import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The newest log lines, where there is no Redis for them. Unlogged: after a crash of the server it is empty. The sequence is
 * not: a reader goes on after the last id it saw, and ids that began anew would be behind it.
 * And a job knows the trace that it belongs to, where there is one.
 */
export class LogLines1765900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SEQUENCE log_line_ids;
      CREATE UNLOGGED TABLE log_lines (
        id bigint NOT NULL DEFAULT nextval('log_line_ids') CONSTRAINT log_lines_pkey PRIMARY KEY,
        line text NOT NULL
      );
      ALTER TABLE outbox ADD COLUMN trace_parent text;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE outbox DROP COLUMN trace_parent;
      DROP TABLE log_lines;
      DROP SEQUENCE log_line_ids;`);
  }
}
