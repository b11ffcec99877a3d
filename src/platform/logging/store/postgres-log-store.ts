import pg from 'pg';
import { clientConnection, type DatabaseAccess } from '../../database/connection.js';
import { LogStore, type StoredLine } from './log-store.js';

/** Whoever appends holds it until the lines are there: so ids are seen in their order, and a reader misses none. */
const APPEND_LOCK = 7_160_102;

/** Lines of this process after which the oldest are forgotten. */
const FORGET_EVERY = 1_000;

/**
 * An UNLOGGED table: no write-ahead log, no replica, no backup. It has connections of its own, since requests must not wait
 * for lines, nor lines for requests.
 */
export class PostgresLogStore extends LogStore {
  private readonly pool: pg.Pool;
  private appended = FORGET_EVERY;

  constructor(
    access: DatabaseAccess,
    private readonly limit: number,
  ) {
    super();
    this.pool = new pg.Pool({
      ...clientConnection(access),
      application_name: 'presente-logs',
      max: 2,
      keepAlive: true,
      connectionTimeoutMillis: 3_000,
      statement_timeout: 2_500,
      query_timeout: 3_000,
    });
    this.pool.on('error', () => undefined);
  }

  override async append(lines: readonly string[]): Promise<void> {
    await this.pool.query(
      `WITH turn AS MATERIALIZED (SELECT pg_advisory_xact_lock($2))
       INSERT INTO log_lines (line) SELECT line FROM turn, unnest($1::text[]) WITH ORDINALITY AS given (line, place) ORDER BY place`,
      [lines, APPEND_LOCK],
    );
    this.appended += lines.length;
    if (this.appended >= FORGET_EVERY) await this.forget();
  }

  override before(id: string | undefined, count: number): Promise<StoredLine[]> {
    return id === undefined
      ? this.read('ORDER BY log_lines.id DESC LIMIT $1', [count])
      : this.read('WHERE log_lines.id < $2 ORDER BY log_lines.id DESC LIMIT $1', [count, numberOf(id)]);
  }

  override after(id: string, count: number): Promise<StoredLine[]> {
    return this.read('WHERE log_lines.id > $2 ORDER BY log_lines.id LIMIT $1', [count, numberOf(id)]);
  }

  override async close(): Promise<void> {
    await this.pool.end();
  }

  private async forget(): Promise<void> {
    this.appended = 0;
    await this.pool.query('DELETE FROM log_lines WHERE id <= (SELECT max(id) FROM log_lines) - $1', [this.limit]);
  }

  private async read(which: string, parameters: readonly unknown[]): Promise<StoredLine[]> {
    const { rows } = await this.pool.query<StoredLine>(
      `SELECT lpad(id::text, 18, '0') AS id, line FROM log_lines ${which}`,
      [...parameters],
    );
    return rows;
  }
}

/** A cursor may be one of the other store, from before the installation changed it. */
const numberOf = (id: string): string => id.split('-', 1)[0] ?? id;
