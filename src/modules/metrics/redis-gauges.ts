import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import { asked, AskedGauges, type Sample } from '../../platform/telemetry/asked-gauges.js';

/** Fields of `INFO` and what they are called here. */
const SHOWN = [
  ['used_memory', 'memory_bytes', 'Memory in use.'],
  ['maxmemory', 'max_memory_bytes', 'Memory that may be in use; 0: as much as there is.'],
  ['connected_clients', 'clients', 'Clients that are connected.'],
  ['blocked_clients', 'blocked_clients', 'Clients that wait for something, such as workers for a job.'],
  ['evicted_keys', 'evicted_keys', 'Keys thrown away for want of memory; must be 0.'],
  ['rejected_connections', 'rejected_connections', 'Clients turned away.'],
  ['total_commands_processed', 'commands_processed', 'Commands since the start.'],
  ['rdb_last_bgsave_status', 'last_save_ok', '1 when the last snapshot was written.'],
] as const;

/** What Redis tells of itself; without an exporter beside it. */
@Injectable()
export class RedisGauges implements OnApplicationShutdown {
  private readonly logger = new Logger(RedisGauges.name);
  private readonly redis: Redis;

  constructor(gauges: AskedGauges, url: string) {
    this.redis = new Redis(url, { maxRetriesPerRequest: 1, commandTimeout: 2_000, connectTimeout: 2_000 });
    this.redis.on('error', (error: Error) => {
      this.logger.debug({ error: error.message }, 'Redis is not reachable');
    });
    const info = asked(async () => fieldsOf(await this.redis.info()));
    for (const [field, name, help] of SHOWN) {
      gauges.value({ name: `presente_redis_${name}`, help }, info, (fields) => numberOf(fields.get(field)));
    }
    const help = 'Always 1; what Redis does when its memory is full. A queue needs "noeviction".';
    gauges.add({ name: 'presente_redis_eviction_info', help, labels: ['policy'] }, info, (fields): Sample[] => {
      const policy = fields.get('maxmemory_policy');
      return policy === undefined ? [] : [[{ policy }, 1]];
    });
  }

  onApplicationShutdown(): void {
    this.redis.disconnect();
  }
}

/** `name:value` lines under `# Section` headings. */
const fieldsOf = (info: string): ReadonlyMap<string, string> =>
  new Map(
    info
      .split('\r\n')
      .map((line) => line.split(':', 2))
      .filter((pair): pair is [string, string] => pair.length === 2),
  );

function numberOf(value: string | undefined): number | undefined {
  if (value === 'ok') return 1;
  if (value === 'err') return 0;
  return value === undefined ? undefined : Number(value);
}
