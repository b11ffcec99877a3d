import { type Dashboard, perSecond } from './panel.js';

const NO_REDIS = 'Without REDIS_URL the queue is in PostgreSQL.';
const rate = (metric: string): string => `max(rate(${metric}[$__rate_interval]))`;

/** Node, PostgreSQL and Redis: used, full, failing. */
export const servers: Dashboard = {
  uid: 'presente-servers',
  title: 'Node, PostgreSQL, Redis',
  about: 'What everything stands on: how much of it is used, what is full, what fails.',
  rows: [
    {
      title: 'Node',
      panels: [
        {
          title: 'Event loop, 99 of 100',
          about: 'Above 0.1 s everything of that process waits.',
          unit: 's',
          bad: 0.1,
          queries: [{ expr: 'nodejs_eventloop_lag_p99_seconds', legend: '{{job}} {{instance}}' }],
        },
        {
          title: 'Memory',
          about: 'Flat under load; a line that climbs for hours leaks.',
          unit: 'bytes',
          queries: [{ expr: 'process_resident_memory_bytes', legend: '{{job}} {{instance}}' }],
        },
        {
          title: 'Processor',
          about: 'Cores in use.',
          unit: 'short',
          queries: [{ expr: 'rate(process_cpu_seconds_total[$__rate_interval])', legend: '{{job}} {{instance}}' }],
        },
        {
          title: 'Log lines',
          about:
            'On their way to the store that /admin/logs reads, a second. Dropped: the store is away or too slow for them.',
          unit: 'ops',
          queries: [{ expr: perSecond('presente_log_lines_total', 'job, outcome'), legend: '{{job}} {{outcome}}' }],
        },
      ],
    },
    {
      title: 'PostgreSQL',
      panels: [
        {
          title: 'Connections',
          about: 'Of all clients, and how many there may be.',
          unit: 'short',
          queries: [
            { expr: 'max(presente_postgres_connections)', legend: 'connected' },
            { expr: 'max(presente_postgres_max_connections)', legend: 'may be' },
          ],
        },
        {
          title: 'Our pools',
          about: 'Waiting: callers without a connection. More than a moment: a slow query, or too small a pool.',
          unit: 'short',
          queries: [{ expr: 'sum by (job, state) (presente_database_pool_connections)', legend: '{{job}} {{state}}' }],
        },
        {
          title: 'Transactions',
          about: 'A second.',
          unit: 'ops',
          queries: [
            { expr: rate('presente_postgres_transactions_committed'), legend: 'committed' },
            { expr: rate('presente_postgres_transactions_rolled_back'), legend: 'rolled back' },
            { expr: rate('presente_postgres_deadlocks'), legend: 'deadlocks' },
          ],
        },
        {
          title: 'Found in memory',
          about: 'Below 0.95 for long: more memory for PostgreSQL.',
          unit: 'percentunit',
          bad: 0.95,
          worseBelow: true,
          queries: [
            {
              expr: 'max(presente_postgres_blocks_hit) / (max(presente_postgres_blocks_hit) + max(presente_postgres_blocks_read))',
              legend: 'hits',
            },
          ],
        },
        {
          title: 'Size',
          about: 'Of the database on disk.',
          unit: 'bytes',
          queries: [{ expr: 'max(presente_postgres_database_bytes)', legend: 'size' }],
        },
        {
          title: 'Oldest open transaction',
          about: 'Holds back the clean-up of all tables.',
          unit: 's',
          bad: 300,
          queries: [{ expr: 'max(presente_postgres_longest_transaction_seconds)', legend: 'age' }],
        },
        {
          title: 'Replication lag',
          about: 'Of the slowest replica.',
          unit: 's',
          bad: 30,
          mayBeEmpty: 'There is no replica.',
          queries: [{ expr: 'max(presente_postgres_replication_lag_seconds)', legend: 'lag' }],
        },
      ],
    },
    {
      title: 'Redis',
      panels: [
        {
          title: 'Memory of Redis',
          about: 'At the limit writes are refused: a queue must not lose keys.',
          unit: 'bytes',
          mayBeEmpty: NO_REDIS,
          queries: [
            { expr: 'max(presente_redis_memory_bytes)', legend: 'used' },
            { expr: 'max(presente_redis_max_memory_bytes)', legend: 'limit' },
          ],
        },
        {
          title: 'Clients of Redis',
          about: 'Blocked ones wait for a job, which is well.',
          unit: 'short',
          mayBeEmpty: NO_REDIS,
          queries: [
            { expr: 'max(presente_redis_clients)', legend: 'connected' },
            { expr: 'max(presente_redis_blocked_clients)', legend: 'blocked' },
          ],
        },
        {
          title: 'Evicted keys, and eviction',
          about: 'Must be 0 and “noeviction”.',
          unit: 'short',
          bad: 1,
          mayBeEmpty: NO_REDIS,
          queries: [
            { expr: 'max(presente_redis_evicted_keys)', legend: 'evicted' },
            { expr: 'max by (policy) (presente_redis_eviction_info)', legend: '{{policy}}' },
          ],
        },
      ],
    },
  ],
};
