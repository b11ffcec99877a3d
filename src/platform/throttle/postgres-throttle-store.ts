import { type RateLimiterAbstract, RateLimiterPostgres } from 'rate-limiter-flexible';
import { type CounterOptions, ThrottleStore } from './throttle-store.js';

/** The connection pool, as TypeORM holds it. */
export interface PooledDataSource {
  readonly driver: object;
}

/** Rows of `throttle_counters`, which our migration makes; those that ended an hour ago are deleted now and then. */
export class PostgresThrottleStore extends ThrottleStore {
  private sweeping = false;

  constructor(private readonly dataSource: PooledDataSource) {
    super();
  }

  override counter({ name, points, seconds }: CounterOptions): RateLimiterAbstract {
    // The sweep goes over the whole table: one counter's is enough for all.
    const clearExpiredByTimeout = !this.sweeping;
    this.sweeping = true;
    return new RateLimiterPostgres({
      storeClient: this.dataSource,
      storeType: 'typeorm',
      tableName: 'throttle_counters',
      tableCreated: true,
      clearExpiredByTimeout,
      keyPrefix: name,
      points,
      duration: seconds,
    });
  }
}
