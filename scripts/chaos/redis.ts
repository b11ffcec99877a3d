import { Redis } from 'ioredis';
import { type RedisServer, startRedis } from '../support/redis.js';

/** A Redis that keeps nothing on disk: every restart is a loss of everything. */
export class ChaosRedis {
  private constructor(private server: RedisServer) {}

  static async open(): Promise<ChaosRedis> {
    return new ChaosRedis(await startRedis());
  }

  get url(): string {
    return this.server.url;
  }

  get port(): number {
    return this.server.port;
  }

  pause(): void {
    this.server.pause();
  }

  resume(): void {
    this.server.resume();
  }

  async kill(): Promise<void> {
    process.kill(this.server.pid, 'SIGKILL');
    await this.server.stop();
  }

  /** On the port where it was. */
  async restart(): Promise<void> {
    this.server = await startRedis({ port: this.port });
  }

  flush(): Promise<unknown> {
    return this.ask((redis) => redis.flushall());
  }

  /** No room for one byte more, and nothing is dropped to make some. */
  fill(): Promise<unknown> {
    return this.ask((redis) => redis.config('SET', 'maxmemory', '1'));
  }

  empty(): Promise<unknown> {
    return this.ask((redis) => redis.config('SET', 'maxmemory', '0'));
  }

  close(): Promise<void> {
    return this.server.stop();
  }

  private async ask(command: (redis: Redis) => Promise<unknown>): Promise<unknown> {
    const redis = new Redis(this.url);
    redis.on('error', () => undefined);
    try {
      return await command(redis);
    } finally {
      redis.disconnect();
    }
  }
}
