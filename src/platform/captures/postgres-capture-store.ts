import { type Database } from '../database/database.js';
import { CaptureStore } from './capture-store.js';

/** An UNLOGGED table: no write-ahead log, no replica, no backup; emptied by PostgreSQL itself after a crash. */
export class PostgresCaptureStore extends CaptureStore {
  constructor(private readonly database: Database) {
    super();
  }

  override async put(id: string, sealed: Buffer, ttlSeconds: number): Promise<void> {
    await this.database.query(
      'INSERT INTO capture_frames (id, sealed, expires_at) VALUES ($1, $2, now() + make_interval(secs => $3))',
      [id, sealed, ttlSeconds],
    );
  }

  override async get(id: string): Promise<Buffer | undefined> {
    const [row] = await this.database.query<{ sealed: Buffer }>(
      'SELECT sealed FROM capture_frames WHERE id = $1 AND expires_at > now()',
      [id],
    );
    return row?.sealed;
  }

  override async delete(id: string): Promise<void> {
    await this.database.query('DELETE FROM capture_frames WHERE id = $1', [id]);
  }

  override async purge(): Promise<number> {
    const [row] = await this.database.query<{ purged: number }>(
      `WITH gone AS (DELETE FROM capture_frames WHERE expires_at <= now() RETURNING 1)
       SELECT count(*)::int AS purged FROM gone`,
    );
    return row?.purged ?? 0;
  }
}
