import { freshSecrets } from '../../scripts/launcher/secrets.js';

/** Settings for one stack of tests: its own keys, its own queue names, any free port. */
export function testEnvironment(databaseUrl: string, redisUrl?: string): Record<string, string> {
  const { DATABASE_PASSWORD: _, ...keys } = freshSecrets();
  return {
    ...keys,
    NODE_ENV: 'test',
    LOG_LEVEL: 'debug',
    PORT: '0',
    WORKER_PORT: '0',
    DATABASE_URL: databaseUrl,
    DATABASE_POOL: '5',
    FACE_THREADS: '2',
    QUEUE_PREFIX: `test-${crypto.randomUUID()}`,
    ...(redisUrl !== undefined && { REDIS_URL: redisUrl }),
  };
}
