import { type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import { type RateLimiterAbstract, RateLimiterRedis } from 'rate-limiter-flexible';
import { type Guard } from '../resilience/guard.js';
import { type CounterOptions, ThrottleStore } from './throttle-store.js';

/** Names of methods. */
const ASKING: ReadonlySet<string | symbol> = new Set(['consume', 'penalty', 'reward', 'get', 'delete']);

/** Redis keys that end by themselves. */
export class RedisThrottleStore extends ThrottleStore implements OnApplicationShutdown {
  private readonly redis: Redis;

  constructor(
    url: string,
    private readonly prefix: string,
    private readonly guard: Guard,
  ) {
    super();
    // Without Redis nobody is let through uncounted: the answer is "try again" within seconds.
    this.redis = new Redis(url, { maxRetriesPerRequest: 1, commandTimeout: 3_000, connectTimeout: 3_000 });
    this.redis.on('error', () => undefined);
  }

  override counter({ name, points, seconds }: CounterOptions): RateLimiterAbstract {
    const keyPrefix = `${this.prefix}:throttle:${name}`;
    const limiter = new RateLimiterRedis({ storeClient: this.redis, keyPrefix, points, duration: seconds });
    return new Proxy(limiter, { get: (its, name) => this.guarded(its, name) });
  }

  /** What of the limiter asks Redis is asked through the guard. */
  private guarded(limiter: RateLimiterRedis, name: string | symbol): unknown {
    const member: unknown = Reflect.get(limiter, name, limiter);
    if (typeof member !== 'function' || !ASKING.has(name)) return member;
    return (...parameters: unknown[]) =>
      this.guard.run(() => Reflect.apply(member, limiter, parameters) as Promise<unknown>);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.redis.quit().catch(() => {
      this.redis.disconnect();
    });
  }
}
