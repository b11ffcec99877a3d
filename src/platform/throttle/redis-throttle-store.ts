import { type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import { type RateLimiterAbstract, RateLimiterRedis } from 'rate-limiter-flexible';
import { type CounterOptions, ThrottleStore } from './throttle-store.js';

/** Redis keys that end by themselves. */
export class RedisThrottleStore extends ThrottleStore implements OnApplicationShutdown {
  private readonly redis: Redis;

  constructor(
    url: string,
    private readonly prefix: string,
  ) {
    super();
    // Without Redis nobody is let through uncounted: the answer is "try again" within seconds.
    this.redis = new Redis(url, { maxRetriesPerRequest: 1, commandTimeout: 3_000, connectTimeout: 3_000 });
    this.redis.on('error', () => undefined);
  }

  override counter({ name, points, seconds }: CounterOptions): RateLimiterAbstract {
    const keyPrefix = `${this.prefix}:throttle:${name}`;
    return new RateLimiterRedis({ storeClient: this.redis, keyPrefix, points, duration: seconds });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.redis.quit().catch(() => {
      this.redis.disconnect();
    });
  }
}
