import { Injectable } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { Database } from '../../../platform/database/database.js';
import { type TurnRow } from './turn.entity.js';
import { type PresentedTurn } from './turn-verdict.js';

export interface HeldTurn extends PresentedTurn {
  readonly id: string;
}

/** For so long a turn that is over is still known as used or expired; later it is unknown. */
const KEEP_HOURS = 24;

@Injectable()
export class TurnsRepository {
  constructor(private readonly database: Database) {}

  /** @returns until when it is good */
  async insert(turn: Omit<TurnRow, 'expiresAt' | 'usedAt'>, seconds: number): Promise<Date> {
    const { id, nonceHash, checkpointId, openedBy } = turn;
    const [row] = await this.database.query<{ expiresAt: Date }>(
      `INSERT INTO checkpoint_turns (id, nonce_hash, checkpoint_id, opened_by, expires_at)
       VALUES ($1, $2, $3, $4, now() + make_interval(secs => $5)) RETURNING expires_at AS "expiresAt"`,
      [id, nonceHash, checkpointId, openedBy, seconds],
    );
    if (row === undefined) throw new Error('A row that was inserted is there.');
    return row.expiresAt;
  }

  /** Holds it until the open transaction ends: of any number of uses at once, the first finds it unused. */
  async hold(nonceHash: Buffer): Promise<HeldTurn | undefined> {
    this.database.requireTransaction();
    const [held] = await this.database.query<HeldTurn>(
      `SELECT id, checkpoint_id AS "checkpointId", opened_by AS "openedBy", used_at IS NOT NULL AS used,
         expires_at <= clock_timestamp() AS expired
       FROM checkpoint_turns WHERE nonce_hash = $1 FOR UPDATE`,
      [nonceHash],
    );
    return held;
  }

  async markUsed(id: string): Promise<void> {
    await this.database.query('UPDATE checkpoint_turns SET used_at = clock_timestamp() WHERE id = $1', [id]);
  }

  @Cron(CronExpression.EVERY_HOUR, { waitForCompletion: true })
  async forgetOld(): Promise<void> {
    await this.database.query('DELETE FROM checkpoint_turns WHERE expires_at < now() - make_interval(hours => $1)', [
      KEEP_HOURS,
    ]);
  }
}
