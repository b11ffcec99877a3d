import { Redis } from 'ioredis';
import { failure, type Finding, ok } from '../finding.js';

/** BullMQ's recommendation; older servers lack commands it uses. */
const leastVersion = [6, 2] as const;

/** @param url undefined: the queue is on PostgreSQL */
export async function checkRedis(url: string | undefined): Promise<Finding[]> {
  if (url === undefined) return [ok('not used: the queue is on PostgreSQL')];
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 3_000,
    commandTimeout: 3_000,
    retryStrategy: null,
  });
  let cause = '';
  client.on('error', (error: Error) => (cause = error.message));
  try {
    await client.connect();
    return judgeRedis(await client.info());
  } catch (error) {
    const said = cause || (error instanceof Error ? error.message : String(error));
    return [
      failure(
        `no answer from REDIS_URL: ${said}`,
        'Start that Redis, correct REDIS_URL (with its password), or leave it empty.',
      ),
    ];
  } finally {
    client.disconnect();
  }
}

/** @param info the server's answer to INFO */
export function judgeRedis(info: string): Finding[] {
  const field = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? '';
  const version = field('redis_version');
  const policy = field('maxmemory_policy');
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const findings: Finding[] = [];
  if (major < leastVersion[0] || (major === leastVersion[0] && minor < leastVersion[1])) {
    findings.push(failure(`Redis ${version} is too old`, `Install Redis ${leastVersion.join('.')} or newer.`));
  }
  if (policy !== 'noeviction') {
    const fix =
      'Set "maxmemory-policy noeviction" in redis.conf, or run: redis-cli CONFIG SET maxmemory-policy noeviction';
    findings.push(failure(`maxmemory-policy is ${policy}: under memory pressure Redis would drop jobs`, fix));
  }
  return findings.length > 0 ? findings : [ok(`Redis ${version}, ${policy}`)];
}
