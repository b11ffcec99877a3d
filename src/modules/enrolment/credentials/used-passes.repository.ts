import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { Database } from '../../../platform/database/database.js';
import { type PassClaims } from './pass-admission.js';

/** Kept for longer than any pass lives: the clock of the database may be ahead of the one that judges passes. */
const KEEP_HOURS = 1;

@Injectable()
export class UsedPasses {
  constructor(private readonly database: Database) {}

  /**
   * Uses the pass up in the open transaction. Others with the same one wait here until this transaction ends.
   * @returns false when it was used before
   */
  async use({ showingId, expiresAt }: Pick<PassClaims, 'showingId' | 'expiresAt'>): Promise<boolean> {
    this.database.requireTransaction();
    const rows = await this.database.query(
      'INSERT INTO used_passes (showing_id, expires_at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING showing_id',
      [showingId, expiresAt],
    );
    return rows.length > 0;
  }

  @Cron(CronExpression.EVERY_10_MINUTES, { waitForCompletion: true })
  async forgetOld(): Promise<void> {
    await this.database.query('DELETE FROM used_passes WHERE expires_at < now() - make_interval(hours => $1)', [
      KEEP_HOURS,
    ]);
  }
}
