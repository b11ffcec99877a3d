import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { asked, AskedGauges } from '../../platform/telemetry/asked-gauges.js';

interface PostgresState {
  readonly connections: number;
  readonly maxConnections: number;
  readonly bytes: number;
  readonly committed: number;
  readonly rolledBack: number;
  readonly deadlocks: number;
  readonly blocksHit: number;
  readonly blocksRead: number;
  readonly longestTransactionSeconds: number;
  readonly replicationLagSeconds: number | null;
}

/** The size of a database is read from its files. */
const FRESH_MS = 10_000;

const STATE = `SELECT
  (SELECT count(*)::int FROM pg_stat_activity WHERE backend_type = 'client backend') AS connections,
  current_setting('max_connections')::int AS "maxConnections",
  pg_database_size(current_database())::float AS bytes,
  xact_commit::float AS committed, xact_rollback::float AS "rolledBack", deadlocks::float AS deadlocks,
  blks_hit::float AS "blocksHit", blks_read::float AS "blocksRead",
  coalesce((SELECT extract(epoch FROM max(now() - xact_start)) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()), 0)::float AS "longestTransactionSeconds",
  (SELECT extract(epoch FROM max(replay_lag)) FROM pg_stat_replication)::float AS "replicationLagSeconds"
  FROM pg_stat_database WHERE datname = current_database()`;

/** What PostgreSQL tells of itself; without an exporter beside it. */
@Injectable()
export class PostgresGauges {
  constructor(gauges: AskedGauges, database: Database) {
    const state = asked(() => database.query<PostgresState>(STATE), FRESH_MS);
    const show = (name: string, help: string, valueOf: (now: PostgresState) => number | null): void => {
      gauges.value({ name: `presente_postgres_${name}`, help }, state, ([now]) =>
        now === undefined ? undefined : (valueOf(now) ?? undefined),
      );
    };
    show('connections', 'Clients that are connected.', (now) => now.connections);
    show('max_connections', 'Clients that may be.', (now) => now.maxConnections);
    show('database_bytes', 'Size of the database.', (now) => now.bytes);
    // Counts of the server since its statistics were reset: rates of them are right, and a gauge may show what it is told.
    show('transactions_committed', 'Transactions that were committed.', (now) => now.committed);
    show('transactions_rolled_back', 'Transactions that were rolled back.', (now) => now.rolledBack);
    show('deadlocks', 'Deadlocks that were found.', (now) => now.deadlocks);
    show('blocks_hit', 'Blocks that were found in memory.', (now) => now.blocksHit);
    show('blocks_read', 'Blocks that were not.', (now) => now.blocksRead);
    show('longest_transaction_seconds', 'Age of the oldest open transaction.', (now) => now.longestTransactionSeconds);
    show(
      'replication_lag_seconds',
      'How far the slowest replica is behind; absent without one.',
      (now) => now.replicationLagSeconds,
    );
  }
}
