import { Redis } from 'ioredis';
import { LogStore, type StoredLine } from './log-store.js';

type Entry = [id: string, fields: string[]];

/** A stream that Redis itself keeps short. */
export class RedisLogStore extends LogStore {
  private readonly redis: Redis;
  private readonly key: string;

  constructor(
    url: string,
    prefix: string,
    private readonly limit: number,
  ) {
    super();
    this.key = `${prefix}:logs`;
    this.redis = new Redis(url, { maxRetriesPerRequest: 1, commandTimeout: 3_000, connectTimeout: 3_000 });
    this.redis.on('error', () => undefined);
  }

  override async append(lines: readonly string[]): Promise<void> {
    const pipeline = this.redis.pipeline();
    for (const line of lines) pipeline.xadd(this.key, 'MAXLEN', '~', this.limit, '*', 'line', line);
    const results = (await pipeline.exec()) ?? [];
    for (const [error] of results) if (error !== null) throw error;
  }

  override async before(id: string | undefined, count: number): Promise<StoredLine[]> {
    const from = id === undefined ? '+' : `(${entryOf(id)}`;
    return (await this.redis.xrevrange(this.key, from, '-', 'COUNT', count)).map(stored);
  }

  override async after(id: string, count: number): Promise<StoredLine[]> {
    return (await this.redis.xrange(this.key, `(${entryOf(id)}`, '+', 'COUNT', count)).map(stored);
  }

  override async close(): Promise<void> {
    await this.redis.quit().catch(() => {
      this.redis.disconnect();
    });
  }
}

/** Entries of one millisecond are counted from 0. */
const COUNT_DIGITS = 9;

function stored([entry, [, line = '']]: Entry): StoredLine {
  const [moment = '', count = ''] = entry.split('-');
  return { id: `${moment}-${count.padStart(COUNT_DIGITS, '0')}`, line };
}

function entryOf(id: string): string {
  const [moment, count = '0'] = id.split('-');
  return `${moment}-${Number(count)}`;
}
