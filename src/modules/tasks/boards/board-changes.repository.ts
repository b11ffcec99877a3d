import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { Database } from '../../../platform/database/database.js';
import { type BoardChangeRow } from './board-change.entity.js';

type BoardNote = Pick<BoardChangeRow, 'sequence' | 'kind' | 'aboutId'>;

/** A client that was away for longer reads the board again. */
const KEEP_DAYS = 7;

@Injectable()
export class BoardChanges {
  constructor(private readonly database: Database) {}

  /** What came after `after`, in order, at most `limit`. */
  after(boardId: string, after: number, limit: number): Promise<BoardNote[]> {
    return this.database.query<BoardNote>(
      `SELECT sequence, kind, about_id AS "aboutId" FROM board_changes
       WHERE board_id = $1 AND sequence > $2 ORDER BY sequence LIMIT $3`,
      [boardId, after, limit],
    );
  }

  @Cron(CronExpression.EVERY_HOUR, { waitForCompletion: true })
  async forgetOld(): Promise<void> {
    await this.database.query('DELETE FROM board_changes WHERE at < now() - make_interval(days => $1)', [KEEP_DAYS]);
  }
}
