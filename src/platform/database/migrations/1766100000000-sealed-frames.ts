import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What is sealed looks like noise: PostgreSQL need not try to compress every frame that it keeps for a second. */
export class SealedFrames1766100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE capture_frames ALTER COLUMN sealed SET STORAGE EXTERNAL;');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE capture_frames ALTER COLUMN sealed SET STORAGE EXTENDED;');
  }
}
