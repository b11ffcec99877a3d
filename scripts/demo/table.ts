import Table from 'cli-table3';
import { asExpected, type CaseOutcome, STEPS, wantedOf } from './cases.js';
import { type Story } from './story.js';

export const totalOf = ({ laps }: CaseOutcome): number => laps.reduce((sum, { milliseconds }) => sum + milliseconds, 0);

/** What happened, for people. */
export function tablesOf({ steps, outcomes }: Story): string {
  const style = { head: [], border: [] };
  const prepared = new Table({ head: ['step', 'ms'], colAligns: ['left', 'right'], style });
  for (const { step, milliseconds } of steps) prepared.push([step, milliseconds]);

  const tried = new Table({
    head: ['validation', 'expected', 'got', '', ...STEPS, 'total ms'],
    colAligns: ['left', 'left', 'left', 'left', ...STEPS.map(() => 'right' as const), 'right'],
    style,
  });
  for (const outcome of outcomes) {
    const { name, got, laps } = outcome;
    const times = STEPS.map((wanted) => laps.find(({ step }) => step === wanted)?.milliseconds ?? '');
    tried.push([name, wantedOf(outcome), got, asExpected(outcome) ? '✓' : '✗', ...times, totalOf(outcome)]);
  }
  return `${prepared.toString()}\n${tried.toString()}`;
}

export function verdictOn({ outcomes }: Story): { readonly ok: boolean; readonly sentence: string } {
  const wrong = outcomes.filter((outcome) => !asExpected(outcome)).length;
  return wrong === 0
    ? { ok: true, sentence: `All ${outcomes.length} validations ended as they must.` }
    : { ok: false, sentence: `${wrong} of ${outcomes.length} validations did not end as they must.` };
}
