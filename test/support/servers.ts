import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrate } from '../../src/platform/database/migrate.js';

/** The servers that the test command started; a spec run alone says what it lacks. */
export const servers = {
  postgres: process.env['TEST_DATABASE_URL'],
  redis: process.env['TEST_REDIS_URL'],
};

/** For node:test's `skip`: false when there is a server, else the reason. */
export const withoutPostgres = servers.postgres === undefined && 'TEST_DATABASE_URL is not set (npm test sets it)';
export const withoutRedis =
  withoutPostgres || (servers.redis === undefined && 'TEST_REDIS_URL is not set: no redis-server on this machine');

export interface TestDatabase {
  readonly url: string;
  query<Row extends pg.QueryResultRow>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  drop(): Promise<void>;
}

/** A new, empty, migrated database on the test server. */
export async function createDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: servers.postgres });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const url = new URL(servers.postgres ?? '');
  url.pathname = `/${name}`;
  await migrate({ DATABASE_URL: url.href, DATABASE_POOL: 2 });
  const pool = new pg.Pool({ connectionString: url.href, max: 2 });
  pool.on('error', () => undefined);
  return {
    url: url.href,
    query: async <Row extends pg.QueryResultRow>(sql: string, parameters?: unknown[]) =>
      (await pool.query<Row>(sql, parameters)).rows,
    drop: async () => {
      await pool.end();
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    },
  };
}
