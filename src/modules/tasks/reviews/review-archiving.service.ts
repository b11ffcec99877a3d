import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { Database } from '../../../platform/database/database.js';
import { SystemBoard } from '../boards/board-codes.js';
import { BoardsRepository } from '../boards/boards.repository.js';
import { ReviewsRepository } from './reviews.repository.js';

/** What was decided today is still seen; what was decided before would only make the board longer every day. */
const SHOWN_HOURS = 24;

/** Keeps the board of reviews as short as what there is to do, in the worker. */
@Injectable()
export class ReviewArchiving {
  constructor(
    private readonly database: Database,
    private readonly boards: BoardsRepository,
    private readonly reviews: ReviewsRepository,
  ) {}

  @Cron(CronExpression.EVERY_HOUR, { waitForCompletion: true })
  archiveDecided(): Promise<void> {
    return this.database.transaction(async () => {
      const boardId = await this.boards.holdSystem(SystemBoard.REVIEWS);
      await this.reviews.archiveDecided(boardId, SHOWN_HOURS);
    });
  }
}
