import pMap from 'p-map';
import { auditFindings } from '../chaos/audit-findings.js';
import { check } from '../chaos/checker.js';
import { History } from '../chaos/history.js';
import { databaseTime, readRecords, untilQuiet } from '../chaos/records.js';
import { type Stage } from '../chaos/stage.js';
import { people } from '../demo/people.js';
import { Random } from '../support/random.js';
import { Arrivals } from './arrivals.js';
import { countsOf } from './breaking.js';
import { type DrillOutcome } from './drill.js';

/** Enrolments at once. */
const DESKS = 4;

/** People with a card each, who come by themselves. */
export interface Crowd {
  readonly history: History;
  readonly arrivals: Arrivals;
  /** Milliseconds since the history began. */
  now(): number;
  /** Everything that was taken is decided or past its deadline; then what clients were told is held against it. */
  check(patience: number): Promise<DrillOutcome['found']>;
}

export async function gather({ scene, desk, database, seal }: Stage, count: number): Promise<Crowd> {
  const { genuine, probe } = await people();
  const photos = genuine.map(({ jpeg }) => jpeg);
  const enrol = async () => (await desk.enrol(photos)).card;
  const [first, ...others] = await pMap(Array.from({ length: count }), enrol, { concurrency: DESKS });
  if (first === undefined) throw new Error('A crowd has people.');
  const since = await databaseTime(database.query);
  const openedBy = scene.kiosks.map(({ deviceId }) => deviceId);
  const history = new History();
  const began = performance.now();
  return {
    history,
    arrivals: new Arrivals(scene, history, new Random(1), [first, ...others], probe.jpeg),
    now: () => performance.now() - began,
    check: async (patience) => {
      const read = () => readRecords(database.query, since, openedBy);
      const records = await untilQuiet(read, performance.now() + patience);
      const findings = check(history.visits, records, { capturesLost: false, workFailed: false });
      return countsOf([...findings, ...(await auditFindings({ database, seal }))]);
    },
  };
}
