import { breaking } from '../breaking.js';
import { type Drill, SIX_KIOSKS } from '../drill.js';

export const redisOutage: Drill = {
  name: 'redis-outage',
  hypothesis:
    'Without Redis no upload is taken and nobody is accepted; what had been taken and was only in Redis ends as ' +
    'CAPTURE_LOST, never as an acceptance. When it is back, empty, all goes on by itself.',
  ...SIX_KIOSKS,
  blastRadius: 'Uploads and decisions; sign-in and what is in PostgreSQL go on.',
  rollback: 'Redis is started again, empty.',
  expectedAlert: 'PresenteQueueAway',
  backend: 'redis',
  perform: breaking({
    injected: 'Redis killed, and started again without its data',
    seconds: 20,
    inject: async ({ redis }) => {
      await redis?.kill();
      return async () => {
        await redis?.restart();
      };
    },
    answersWithin: 5,
    decidesWithin: 15,
    waitsAtMost: 7,
    excuses: { capturesLost: true, workFailed: true },
  }),
};
