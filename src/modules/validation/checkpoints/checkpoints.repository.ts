import { Injectable } from '@nestjs/common';
import { type Page, type PageArgs } from '../../../common/graphql/connection.js';
import { Database } from '../../../platform/database/database.js';
import { keysetPage } from '../../../platform/database/keyset.js';
import { type CheckpointFactors } from './checkpoint-factors.js';
import { type CheckpointLiveness } from './checkpoint-liveness.js';
import { CheckpointRow } from './checkpoint.entity.js';

@Injectable()
export class CheckpointsRepository {
  constructor(private readonly database: Database) {}

  findById(id: string): Promise<CheckpointRow | null> {
    return this.database.first(CheckpointRow, { id });
  }

  /** @param only the one that there is for the reader; undefined: all */
  page(args: PageArgs, only: string | undefined): Promise<Page<CheckpointRow>> {
    const query = this.database.repository(CheckpointRow).createQueryBuilder('checkpoint').where('TRUE');
    if (only !== undefined) query.andWhere({ id: only });
    return keysetPage(query, args);
  }

  async insert(checkpoint: Omit<CheckpointRow, 'createdAt' | 'closedAt'>): Promise<void> {
    await this.database.repository(CheckpointRow).insert(checkpoint);
  }

  /** @returns false when nothing changed */
  async setFactors(id: string, factors: CheckpointFactors): Promise<boolean> {
    const rows = await this.database.query(
      'UPDATE checkpoints SET factors = $2 WHERE id = $1 AND factors <> $2 RETURNING id',
      [id, factors],
    );
    return rows.length > 0;
  }

  /** @returns false when nothing changed */
  async setLiveness(id: string, liveness: CheckpointLiveness): Promise<boolean> {
    const rows = await this.database.query(
      'UPDATE checkpoints SET liveness = $2 WHERE id = $1 AND liveness <> $2 RETURNING id',
      [id, liveness],
    );
    return rows.length > 0;
  }

  /** Closing a closed one keeps the time since when it is closed. @returns false when nothing changed */
  async setOpen(id: string, open: boolean): Promise<boolean> {
    const rows = await this.database.query(
      `UPDATE checkpoints SET closed_at = CASE WHEN $2 THEN NULL ELSE now() END
       WHERE id = $1 AND (closed_at IS NULL) <> $2::boolean RETURNING id`,
      [id, open],
    );
    return rows.length > 0;
  }
}
