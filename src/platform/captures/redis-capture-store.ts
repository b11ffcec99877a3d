import { type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import { CaptureStore } from './capture-store.js';

/** Redis keys that end by themselves. */
export class RedisCaptureStore extends CaptureStore implements OnApplicationShutdown {
  private readonly redis: Redis;

  constructor(
    url: string,
    private readonly prefix: string,
  ) {
    super();
    // An upload gets an error that says "try again" within seconds; it does not wait until Redis is back.
    this.redis = new Redis(url, { maxRetriesPerRequest: 1, commandTimeout: 3_000, connectTimeout: 3_000 });
    this.redis.on('error', () => undefined);
  }

  override async put(id: string, sealed: Buffer, ttlSeconds: number): Promise<void> {
    await this.redis.set(this.key(id), sealed, 'EX', ttlSeconds);
  }

  override async get(id: string): Promise<Buffer | undefined> {
    return (await this.redis.getBuffer(this.key(id))) ?? undefined;
  }

  override async delete(id: string): Promise<void> {
    await this.redis.del(this.key(id));
  }

  override purge(): Promise<number> {
    return Promise.resolve(0);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.redis.quit().catch(() => {
      this.redis.disconnect();
    });
  }

  private key(id: string): string {
    return `${this.prefix}:capture:${id}`;
  }
}
