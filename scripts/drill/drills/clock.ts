import { breaking } from '../breaking.js';
import { type Drill, SIX_KIOSKS } from '../drill.js';

const FIVE_MINUTES = 300_000;
const preload = new URL('../shifted-clock.js', import.meta.url).href;

/** Of the API and of one worker. */
const drillOf = (name: string, shift: number, hypothesis: string): Drill => ({
  name,
  hypothesis,
  ...SIX_KIOSKS,
  blastRadius: 'Whatever judges times: tokens, nonces, deadlines.',
  rollback: 'The clocks are set right.',
  expectedAlert: undefined,
  backend: 'postgres',
  settings: { NODE_OPTIONS: `--import=${preload}`, DRILL_CLOCK_SHIFT_MS: String(shift) },
  perform: breaking({
    injected: `the clocks of the API and of one worker ${shift / 1_000} s ahead of the others`,
    seconds: 20,
    inject: ({ programs }) => {
      const turn = () => {
        for (const program of [programs.api, programs['worker-1']]) program.signal('SIGUSR2');
      };
      turn();
      return turn;
    },
    answersWithin: 3,
    decidesWithin: 8,
  }),
});

export const clockAhead = drillOf(
  'clock-ahead',
  FIVE_MINUTES,
  'When the API’s clock is five minutes ahead, it believes no kiosk’s token any more and is not ready; nobody is accepted, and all goes on when the clock is right.',
);

export const clockBehind = drillOf(
  'clock-behind',
  -FIVE_MINUTES,
  'When the API’s clock is five minutes behind, it is not ready and takes no frames: by the clock of the database, which counts, its deadlines have passed. Nobody is accepted, and all goes on when the clock is right.',
);
