import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What was deleted can be had again: a comment for as long as what a card said before, a label until somebody deletes it for good.
 * And a history that tells where a card went, not only from where.
 */
export class BoardUndo1765700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE card_comments ADD COLUMN deleted_at timestamptz;
      CREATE INDEX card_comments_deleted ON card_comments (deleted_at) WHERE deleted_at IS NOT NULL;
      ALTER TABLE board_labels ADD COLUMN archived_at timestamptz;
      ALTER TABLE card_changes ADD COLUMN column_id uuid;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE card_changes DROP COLUMN column_id;
      ALTER TABLE board_labels DROP COLUMN archived_at;
      DELETE FROM card_comments WHERE deleted_at IS NOT NULL;
      ALTER TABLE card_comments DROP COLUMN deleted_at;`);
  }
}
