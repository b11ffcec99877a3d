import { breaking } from '../breaking.js';
import { type Drill, SIX_KIOSKS } from '../drill.js';

export const redisRestart: Drill = {
  name: 'redis-restart',
  hypothesis: 'A restart of Redis, as a fail-over to an empty replica is, costs people seconds and nobody more.',
  ...SIX_KIOSKS,
  blastRadius: 'Jobs and frames in Redis at that moment.',
  rollback: 'None is needed.',
  expectedAlert: undefined,
  backend: 'redis',
  perform: breaking({
    injected: 'Redis killed and started at once, empty',
    seconds: 1,
    inject: async ({ redis }) => {
      await redis?.kill();
      await redis?.restart();
      return () => undefined;
    },
    answersWithin: 5,
    decidesWithin: 15,
    excuses: { capturesLost: true, workFailed: true },
  }),
};
