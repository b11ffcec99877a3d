import { databaseTime } from '../../chaos/records.js';
import { gather } from '../crowd.js';
import { decisionsSince } from '../decisions.js';
import { type Drill } from '../drill.js';
import { rounded } from '../report.js';
import { seenBetween } from '../seen.js';

const PEOPLE = 200;
const RATE = 20;
const SECONDS = 60;
/** Seconds that somebody at a door waits. */
const DEADLINE = 5;
const PATIENCE_MS = 60_000;

export const concurrency: Drill = {
  name: 'concurrency',
  hypothesis:
    'Two hundred people who come at random, twenty a second, get one right answer each; whoever can’t be served is told to come back.',
  steadyState: 'Everybody is enrolled.',
  blastRadius: 'None: nothing is broken.',
  abort: 'None.',
  rollback: 'None is needed.',
  expectedAlert: undefined,
  backend: 'postgres',
  perform: async (stage, announcer, { people = PEOPLE, rate = RATE, seconds = SECONDS }) => {
    const { query } = stage.database;
    const crowd = await gather(stage, people);
    const before = seenBetween(crowd.history.visits, 0, crowd.now());
    announcer.broken();
    const since = await databaseTime(query);
    const began = crowd.now();
    await crowd.arrivals.come(rate, seconds);
    announcer.mended();
    const ended = crowd.now();
    const found = await crowd.check(PATIENCE_MS);
    const quiet = (crowd.now() - ended) / 1_000;
    const decisions = await decisionsSince(query, since, seconds + PATIENCE_MS / 1_000, DEADLINE);
    const during = seenBetween(crowd.history.visits, began, ended);
    const shed = during.errors['CHECKPOINT_BUSY'] ?? 0;
    return {
      injected: `${people} people, ${rate} a second for ${seconds} s`,
      steady: before,
      during,
      recovery: { answers: 0, decides: 0, quiet },
      found,
      figures: {
        'validations that were asked for': crowd.history.visits.length,
        accepted: decisions.accepted,
        'told to come back': shed,
        'accepted a second': rounded(decisions.accepted / seconds),
        'seconds from opening to decision, half': rounded(decisions.p50),
        '95 of 100': rounded(decisions.p95),
        '99 of 100': rounded(decisions.p99),
      },
      problems: Object.entries(found).flatMap(([kind, count]) => (count > 0 ? [`${count} ${kind}.`] : [])),
    };
  },
};
