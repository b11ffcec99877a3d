import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { meansUnreachable } from '../../src/common/errors/unavailability.js';
import { freePort } from '../support/ports.js';
import { type PostgresServer, startPostgres } from '../support/postgres.js';
import { SmallDisk } from './small-disk.js';

/** A server that was killed is back within this, also on a busy machine. */
const BACK_WITHIN_MS = 20_000;

/** A PostgreSQL that keeps what it promised through a crash, on a disk that can be filled where there is one. */
export class ChaosDatabase {
  private ended = false;

  private constructor(
    private server: PostgresServer,
    private readonly options: Parameters<typeof startPostgres>[0] & { readonly port: number },
    readonly disk: SmallDisk | undefined,
    private readonly pool: pg.Pool,
  ) {
    this.adopt(server);
  }

  static async open(folder: string): Promise<ChaosDatabase> {
    await SmallDisk.sweep();
    const disk = await SmallDisk.mount(path.join(folder, 'disk'));
    const options = {
      dataDir: path.join(disk?.folder ?? folder, 'postgres'),
      password: randomBytes(16).toString('hex'),
      logFile: path.join(folder, 'postgres.log'),
      port: await freePort(),
    };
    const server = await startPostgres(options);
    const pool = new pg.Pool({ connectionString: server.url, max: 2 });
    pool.on('error', () => undefined);
    // Else the log of a few hundred runs fills the small disk by itself.
    for (const setting of [`max_wal_size = '64MB'`, `min_wal_size = '32MB'`])
      await pool.query(`ALTER SYSTEM SET ${setting}`);
    await pool.query('SELECT pg_reload_conf()');
    return new ChaosDatabase(server, options, disk, pool);
  }

  get url(): string {
    return this.server.url;
  }

  get port(): number {
    return this.server.port;
  }

  /** Again, while the server is coming back. */
  readonly query = async <Row extends object>(sql: string, parameters?: unknown[]): Promise<Row[]> => {
    const deadline = performance.now() + BACK_WITHIN_MS;
    for (;;) {
      try {
        return (await this.pool.query(sql, parameters)).rows as Row[];
      } catch (error) {
        if (!meansUnreachable(error) || performance.now() > deadline) throw error;
        await sleep(100);
      }
    }
  };

  /** A connection of one's own. */
  async connected<T>(work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      return await work(client);
    } finally {
      client.release();
    }
  }

  pause(): void {
    this.server.pause();
  }

  resume(): void {
    this.server.resume();
  }

  async kill(): Promise<void> {
    this.server.kill();
    await this.server.ended;
  }

  /** Starts it where it was, if it does not run. */
  async restart(): Promise<void> {
    if (this.ended) this.adopt(await startPostgres(this.options));
  }

  /** `kill -9` to one session: PostgreSQL ends all the others and recovers, as it can't know what that one left in memory. */
  async killSession(): Promise<void> {
    const [session] = await this.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() ORDER BY random() LIMIT 1`,
    );
    if (session !== undefined) process.kill(session.pid, 'SIGKILL');
  }

  async close(): Promise<void> {
    await this.pool.end();
    // Nobody needs its data any more.
    if (!this.ended) await this.kill();
    await this.disk?.unmount();
  }

  private adopt(server: PostgresServer): void {
    this.server = server;
    this.ended = false;
    void server.ended.then(() => (this.ended ||= this.server === server));
  }
}
