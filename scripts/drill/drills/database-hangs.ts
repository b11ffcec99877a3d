import { breaking } from '../breaking.js';
import { type Drill, SIX_KIOSKS } from '../drill.js';

export const databaseHangs: Drill = {
  name: 'database-hangs',
  hypothesis:
    'A PostgreSQL that takes requests and answers none holds nobody for longer than the time-outs; then breakers open and ' +
    'answers come at once. It goes on by itself when PostgreSQL does.',
  ...SIX_KIOSKS,
  blastRadius: 'Everything. Only this drill’s own server is paused.',
  rollback: 'PostgreSQL is resumed.',
  expectedAlert: 'PresenteDatabaseAway',
  backend: 'redis',
  perform: breaking({
    injected: 'PostgreSQL frozen (SIGSTOP), and resumed afterwards',
    seconds: 20,
    inject: ({ database }) => {
      database.pause();
      return () => {
        database.resume();
      };
    },
    answersWithin: 5,
    decidesWithin: 8,
    // A client gives up after 6 s.
    waitsAtMost: 7,
    excuses: { workFailed: true },
  }),
};
