import { breaking } from '../breaking.js';
import { type Drill, SIX_KIOSKS } from '../drill.js';

export const slowNetwork: Drill = {
  name: 'slow-network',
  hypothesis:
    'On ways to the database on which everything takes 50 ms longer people wait longer, and get the right answers.',
  ...SIX_KIOSKS,
  blastRadius: 'How long everything takes.',
  rollback: 'The ways are as fast as before.',
  expectedAlert: undefined,
  backend: 'postgres',
  perform: breaking({
    injected: '50 ms on every message between our processes and PostgreSQL',
    seconds: 20,
    inject: ({ ways }) => {
      const all = Object.values(ways).map((way) => way.database);
      for (const way of all) way.slow(50);
      return () => {
        for (const way of all) way.clear();
      };
    },
    answersWithin: 3,
    decidesWithin: 8,
    waitsAtMost: 7,
    excuses: { workFailed: true },
  }),
};
