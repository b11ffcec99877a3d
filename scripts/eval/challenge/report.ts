import Table from 'cli-table3';
import { type ModelIdentity } from '../../../src/platform/face/face-engine.js';
import { type SequenceVerdict } from './judge-sequence.js';

export const LABELS = ['live', 'attack'] as const;
export type Label = (typeof LABELS)[number];

export interface JudgedSequence extends SequenceVerdict {
  readonly label: Label;
  readonly name: string;
  readonly frames: number;
}

/** Part of the attacks that passed, and of the living people who did not (ISO/IEC 30107-3); null where there are none. */
export function reportOf(model: ModelIdentity, sequences: readonly JudgedSequence[]) {
  const of = (label: Label) => sequences.filter((sequence) => sequence.label === label);
  const [live, attack] = [of('live'), of('attack')];
  return {
    model,
    apcer: share(attack, ({ accepted }) => accepted),
    bpcer: share(live, ({ accepted }) => !accepted),
    n: { live: live.length, attack: attack.length },
    reasons: { live: countReasons(live), attack: countReasons(attack) },
    sequences,
  };
}

export type ChallengeReport = ReturnType<typeof reportOf>;

function share(sequences: readonly JudgedSequence[], is: (one: JudgedSequence) => boolean): number | null {
  return sequences.length === 0 ? null : sequences.filter(is).length / sequences.length;
}

function countReasons(sequences: readonly JudgedSequence[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { reason } of sequences) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

/** For people. */
export function readableReport({ model, apcer, bpcer, n, sequences }: ChallengeReport): string {
  const table = new Table({ head: ['sequence', 'frames', 'turns', 'verdict'], style: { head: [], border: [] } });
  for (const { label, name, frames, steps, reason } of sequences)
    table.push([`${label} ${name}`, frames, steps.join(' '), reason]);
  return [
    `${model.id} ${model.version}`,
    table.toString(),
    `${n.attack} attacks, passed ${percent(apcer)} (APCER); ${n.live} living, refused ${percent(bpcer)} (BPCER)`,
  ].join('\n');
}

const percent = (rate: number | null): string => (rate === null ? '-' : `${(100 * rate).toFixed(1)} %`);
