import { breaking } from '../breaking.js';
import { type Drill, SIX_KIOSKS } from '../drill.js';

export const redisWipe: Drill = {
  name: 'redis-wipe',
  hypothesis:
    'FLUSHALL loses no job: what is outstanding is sent again from the outbox. Whose frames are gone with it is told to ' +
    'try again (CAPTURE_LOST).',
  ...SIX_KIOSKS,
  blastRadius: 'Jobs and frames in Redis at that moment.',
  rollback: 'None is needed.',
  expectedAlert: undefined,
  backend: 'redis',
  perform: breaking({
    injected: 'FLUSHALL, again and again, once a second',
    seconds: 10,
    inject: ({ redis }) => {
      const wiping = setInterval(() => void redis?.flush().catch(() => undefined), 1_000);
      return () => {
        clearInterval(wiping);
      };
    },
    answersWithin: 2,
    decidesWithin: 15,
    excuses: { capturesLost: true, workFailed: true },
  }),
};
