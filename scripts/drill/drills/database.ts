import { breaking } from '../breaking.js';
import { type Drill, SIX_KIOSKS } from '../drill.js';

export const database: Drill = {
  name: 'database',
  hypothesis:
    'While PostgreSQL is stopped every request is answered with “try again” within its time-out. Five seconds after its ' +
    'return people are validated again, nobody having done anything. No accepted capture is lost.',
  ...SIX_KIOSKS,
  blastRadius: 'Everything: nothing works without PostgreSQL. Only this drill’s own server is stopped.',
  rollback: 'PostgreSQL is started again on its data.',
  expectedAlert: 'PresenteDatabaseAway',
  // The captures are in Redis: the table for them is emptied by PostgreSQL itself after a crash, as ADR 56 says.
  backend: 'redis',
  perform: breaking({
    injected: 'PostgreSQL killed with all its sessions, and started again afterwards',
    seconds: 30,
    inject: async ({ database: server }) => {
      await server.kill();
      return () => server.restart();
    },
    answersWithin: 5,
    decidesWithin: 8,
    waitsAtMost: 6,
    excuses: { workFailed: true },
  }),
};
