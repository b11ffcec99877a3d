import { type Stage } from '../../chaos/stage.js';
import { breaking } from '../breaking.js';
import { type Drill, SIX_KIOSKS } from '../drill.js';

/** Of a hundred calls. Ten of a hundred checkouts of a connection: every second request meets one. */
const FAULTS = [
  { point: 'DATABASE', kind: 'ERROR', rate: 0.1, milliseconds: 0 },
  { point: 'QUEUE', kind: 'ERROR', rate: 0.3, milliseconds: 0 },
  { point: 'CAPTURES', kind: 'LATENCY', rate: 0.3, milliseconds: 200 },
  { point: 'ENGINE', kind: 'ERROR', rate: 0.2, milliseconds: 0 },
] as const;

const inject = ({ database }: Stage, { point, kind, rate, milliseconds }: (typeof FAULTS)[number]) =>
  database.query(
    `INSERT INTO faults (point, kind, rate, milliseconds, until, injected_by)
     VALUES ($1, $2, $3, $4, now() + interval '5 minutes', 'drill')`,
    [point, kind, rate, milliseconds],
  );

export const errors: Drill = {
  name: 'errors',
  hypothesis:
    'While calls to the database, the queue and the engine fail now and then, and the capture store is late, some requests ' +
    'are answered with “try again”; who does gets the right answer.',
  ...SIX_KIOSKS,
  blastRadius: 'Single calls, in all processes.',
  rollback: 'The faults are ended; after five minutes they end by themselves.',
  expectedAlert: 'PresenteFaultInjected',
  backend: 'redis',
  settings: { FAULTS: 'true' },
  perform: breaking({
    injected: FAULTS.map(({ point, kind, rate }) => `${kind} at ${point} (${rate * 100} %)`).join(', '),
    seconds: 20,
    inject: async (stage) => {
      await Promise.all(FAULTS.map((fault) => inject(stage, fault)));
      return async () => {
        await stage.database.query('DELETE FROM faults');
      };
    },
    answersWithin: 3,
    decidesWithin: 10,
    waitsAtMost: 7,
    excuses: { workFailed: true },
  }),
};
