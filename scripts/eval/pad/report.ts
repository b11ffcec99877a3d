import Table from 'cli-table3';
import { type FaceEngine } from '../../../src/platform/face/face-engine.js';
import { equalError, type Outcome, reasonsOf, tallyByGroup, tallyOf } from './rates.js';

export interface PadMeasurement {
  readonly together: boolean;
  readonly live: readonly Outcome[];
  readonly attack: readonly Outcome[];
}

/** The result of `eval pad`, as `--json` prints it; rates are 0..1 (ISO/IEC 30107-3). */
export function reportOf({ model, liveThreshold }: FaceEngine, { together, live, attack }: PadMeasurement) {
  const [honest, presented] = [tallyOf(live), tallyOf(attack)];
  const equal = equalError(live, attack);
  const species = tallyByGroup(attack).map(({ group, n, accepted, nonResponse }) => ({
    species: group,
    n,
    apcer: accepted,
    apnrr: nonResponse,
  }));
  const people = tallyByGroup(live).map(({ group, n, accepted, nonResponse }) => ({
    person: group,
    n,
    bpcer: 1 - accepted,
    bpnrr: nonResponse,
  }));
  return {
    model,
    together,
    threshold: liveThreshold ?? null,
    n: { live: honest.n, attack: presented.n },
    apcer: presented.accepted,
    bpcer: 1 - honest.accepted,
    eer: equal?.rate ?? null,
    eerThreshold: equal === undefined || equal.threshold === Infinity ? null : equal.threshold,
    apnrr: presented.nonResponse,
    bpnrr: honest.nonResponse,
    worstSpecies: species.toSorted((a, b) => b.apcer - a.apcer)[0] ?? null,
    worstPerson: people.toSorted((a, b) => b.bpcer - a.bpcer)[0] ?? null,
    reasons: { live: reasonsOf(live), attack: reasonsOf(attack) },
    species,
    people,
  };
}

export type PadReport = ReturnType<typeof reportOf>;

/** Groups shown one by one; of more, those with the highest rate. */
const SHOWN = 12;

/** For people. */
export function readableReport(report: PadReport): string {
  return [
    `${report.model.id} ${report.model.version}, ${report.together ? 'the frames of a folder together' : 'every image alone'}; live from ${String(report.threshold)}`,
    `APCER ${percent(report.apcer)} of ${report.n.attack} attacks; not judged: ${percent(report.apnrr)} (${listed(report.reasons.attack)})`,
    `BPCER ${percent(report.bpcer)} of ${report.n.live} living faces, of which not judged: ${percent(report.bpnrr)} (${listed(report.reasons.live)})`,
    `EER of those judged: ${report.eer === null ? '-' : percent(report.eer)} at ${report.eerThreshold?.toFixed(4) ?? 'no threshold'}`,
    groups(
      ['attack', 'presentations', 'APCER', 'not judged'],
      report.species.map(({ species, n, apcer, apnrr }) => ({ name: species, n, rate: apcer, nonResponse: apnrr })),
    ),
    groups(
      ['living', 'presentations', 'BPCER', 'not judged'],
      report.people.map(({ person, n, bpcer, bpnrr }) => ({ name: person, n, rate: bpcer, nonResponse: bpnrr })),
    ),
  ].join('\n');
}

interface Row {
  readonly name: string;
  readonly n: number;
  readonly rate: number;
  readonly nonResponse: number;
}

function groups(head: string[], rows: readonly Row[]): string {
  const table = new Table({ head, style: { head: [], border: [] } });
  const shown = rows.length > SHOWN ? rows.toSorted((a, b) => b.rate - a.rate).slice(0, SHOWN) : rows;
  for (const { name, n, rate, nonResponse } of shown) table.push([name, n, percent(rate), percent(nonResponse)]);
  if (shown.length < rows.length) table.push([`and ${rows.length - shown.length} others`, '', '', '']);
  return table.toString();
}

const percent = (rate: number): string => `${(100 * rate).toFixed(2)} %`;
const listed = (reasons: Readonly<Record<string, number>>): string =>
  Object.entries(reasons)
    .map(([reason, count]) => `${reason} ${count}`)
    .join(', ');
