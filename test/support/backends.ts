import { servers, withoutPostgres, withoutRedis } from './servers.js';

export interface Backend {
  readonly name: string;
  readonly redisUrl: string | undefined;
  readonly skip: string | false;
}

/** The two places where queue and captures can live; tests that touch them run on both. */
export const backends: readonly Backend[] = [
  { name: 'queue on PostgreSQL', redisUrl: undefined, skip: withoutPostgres },
  { name: 'queue on Redis', redisUrl: servers.redis, skip: withoutRedis },
];
