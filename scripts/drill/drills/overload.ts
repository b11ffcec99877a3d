import { setTimeout as sleep } from 'node:timers/promises';
import { sampleOf } from '../../bench/metrics.js';
import { databaseTime } from '../../chaos/records.js';
import { type Stage } from '../../chaos/stage.js';
import { gather } from '../crowd.js';
import { decided, decisionsSince } from '../decisions.js';
import { type Drill } from '../drill.js';
import { rounded } from '../report.js';
import { seenBetween } from '../seen.js';

const PEOPLE = 24;
/** Who take turns while the capacity is measured: more than are ever done at once, fewer than wait for too long. */
const SERVED_AT_ONCE = 12;
const CAPACITY_SECONDS = 15;
const SECONDS = 40;
const TIMES = 3;
/** Until the backlog is as long as it gets; its time counts for neither. */
const SETTLING_SECONDS = 5;
/** Seconds that somebody at a door waits. */
const DEADLINE = 5;
const LEAST_GOODPUT = 0.9;
/** Of the second half of the overload to the first; what grows without end grows by more. */
const MOST_GROWTH = 1.1;
const PATIENCE_MS = 60_000;

export const overload: Drill = {
  name: 'overload',
  hypothesis:
    'When three times as many people come as can be served, as many are served as without the others, in time; the others ' +
    'are told at once to come back. Memory stays as it is.',
  steadyState:
    'The capacity is measured first: people who come back as soon as they are decided, for a quarter of a minute.',
  blastRadius: 'People who are told to come back in some seconds.',
  abort: 'None.',
  rollback: 'None is needed.',
  expectedAlert: 'PresenteLoadShed',
  backend: 'postgres',
  perform: async (stage, announcer, { people = PEOPLE, seconds = SECONDS }) => {
    const { query } = stage.database;
    const crowd = await gather(stage, people);
    await crowd.arrivals.takeTurns(SERVED_AT_ONCE, 3, decided(query));
    const started = crowd.now();
    const alone = await databaseTime(query);
    await crowd.arrivals.takeTurns(SERVED_AT_ONCE, CAPACITY_SECONDS, decided(query));
    const capacity = await decisionsSince(query, alone, CAPACITY_SECONDS, DEADLINE);
    const steady = seenBetween(crowd.history.visits, started, crowd.now());

    announcer.broken();
    const began = crowd.now();
    const rate = TIMES * capacity.goodput;
    const coming = crowd.arrivals.come(rate, SETTLING_SECONDS + seconds);
    await sleep(SETTLING_SECONDS * 1_000);
    const since = await databaseTime(query);
    const memory = await memoryOver(stage, seconds);
    await coming;
    announcer.mended();
    const ended = crowd.now();
    const found = await crowd.check(PATIENCE_MS);
    const quiet = (crowd.now() - ended) / 1_000;
    const under = await decisionsSince(query, since, seconds, DEADLINE);
    const during = seenBetween(crowd.history.visits, began, ended);
    const share = under.goodput / capacity.goodput;
    return {
      injected: `${rounded(rate)} people a second for ${SETTLING_SECONDS + seconds} s, ${TIMES} times as many as are served`,
      steady,
      during,
      recovery: { answers: 0, decides: 0, quiet },
      found,
      figures: {
        'capacity, people a second': rounded(capacity.goodput),
        'served in time under overload, people a second': rounded(under.goodput),
        'share of the capacity': rounded(share),
        'seconds from opening to decision, 99 of 100 of those who were let in': rounded(under.p99),
        'told to come back': during.errors['CHECKPOINT_BUSY'] ?? 0,
        'memory of the API, MB, first half': Math.round(memory.first / 1e6),
        'memory of the API, MB, second half': Math.round(memory.second / 1e6),
      },
      problems: [
        ...Object.entries(found).flatMap(([kind, count]) => (count > 0 ? [`${count} ${kind}.`] : [])),
        ...(share < LEAST_GOODPUT ? [`Only ${rounded(share * 100)} % of the capacity were served in time.`] : []),
        ...(under.p99 > DEADLINE ? [`99 of 100 of those who were let in waited up to ${rounded(under.p99)} s.`] : []),
        ...(memory.second > memory.first * MOST_GROWTH ? ['The memory of the API grew.'] : []),
      ],
    };
  },
};

/** Mean resident memory of the API in the two halves of a time, bytes. */
async function memoryOver({ programs }: Stage, seconds: number): Promise<{ first: number; second: number }> {
  const samples: number[] = [];
  const end = performance.now() + seconds * 1_000;
  while (performance.now() < end) {
    samples.push(await sampleOf(programs.api.url, 'process_resident_memory_bytes').catch(() => Number.NaN));
    await sleep(1_000);
  }
  const half = Math.floor(samples.length / 2);
  return { first: meanOf(samples.slice(0, half)), second: meanOf(samples.slice(half)) };
}

function meanOf(samples: readonly number[]): number {
  const known = samples.filter((sample) => !Number.isNaN(sample));
  return known.reduce((sum, sample) => sum + sample, 0) / known.length;
}
