import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { fromRoot } from '../../src/config/paths.js';
import { percentile } from '../bench/percentile.js';
import { markedPage, pretty } from '../support/marked-page.js';
import { BACKENDS } from './parts.js';
import { PLANTED_NAMES } from './planted.js';

const LEDGER = fromRoot('docs/resilience-chaos.json');
export const CHAOS_PAGE = fromRoot('docs/resilience-chaos.md');

const MARKS = ['<!-- figures: written by "npm run chaos -- --write", do not edit -->', '<!-- /figures -->'] as const;

const count = z.int().nonnegative();

/** The runs of one seed on one back end, as they are kept. */
const ledgerEntry = z.object({
  /** The day. */
  at: z.iso.date(),
  backend: z.enum(BACKENDS),
  plant: z.enum(PLANTED_NAMES).nullable(),
  seed: count,
  runs: count,
  hours: z.number(),
  submitted: count,
  findings: z.record(z.string(), count),
  faults: z.record(z.string(), count),
  zombiesRefused: count,
  /** Seconds, of each run. */
  recoveries: z.array(z.number()),
});
export type LedgerEntry = z.output<typeof ledgerEntry>;

/** What was recorded so far. */
export const readLedger = async (): Promise<LedgerEntry[]> =>
  z.array(ledgerEntry).parse(JSON.parse(await readFile(LEDGER, 'utf8')));

/** Keeps what came of these runs, and writes the tables of docs/resilience-chaos.md anew. */
export async function record(entries: readonly LedgerEntry[]): Promise<void> {
  const ledger = [...(await readLedger()), ...entries];
  const lines = ledger.map((entry) => `  ${JSON.stringify(entry)}`).join(',\n');
  await writeFile(LEDGER, await pretty(`[\n${lines}\n]`, LEDGER));
  await writeFile(CHAOS_PAGE, await chaosPage(ledger));
}

/** The page as it must be: its own words, with the figures of the ledger between their marks. */
export const chaosPage = (ledger: readonly LedgerEntry[]): Promise<string> =>
  markedPage(CHAOS_PAGE, MARKS, tables(ledger));

function tables(ledger: readonly LedgerEntry[]): string {
  const clean = ledger.filter(({ plant }) => plant === null);
  const planted = ledger.filter(({ plant }) => plant !== null);
  return [totals(clean), faults(clean), plants(planted)].join('\n\n');
}

const COUNTED = {
  lost: 'lost',
  duplicated: 'duplicated',
  falseAccept: 'false accepts',
  wrongAnswer: 'wrong answers',
  stuck: 'stuck',
  auditBroken: 'audit broken',
} as const;

function totals(entries: readonly LedgerEntry[]): string {
  const columns = BACKENDS.map((backend) => entries.filter((entry) => entry.backend === backend));
  const row = (name: string, value: (entries: readonly LedgerEntry[]) => string) => [name, ...columns.map(value)];
  const summed = (name: string, value: (entry: LedgerEntry) => number, digits = 0) =>
    row(name, (some) => some.reduce((sum, entry) => sum + value(entry), 0).toFixed(digits));
  const recovery = (p: number) => (some: readonly LedgerEntry[]) => {
    const all = some.flatMap(({ recoveries }) => recoveries);
    return all.length === 0 ? '' : `${percentile(all, p).toFixed(1)} s`;
  };
  return table(
    ['', ...BACKENDS.map((backend) => `queue on ${backend}`)],
    [
      summed('runs', ({ runs }) => runs),
      summed('hours', ({ hours }) => hours, 1),
      summed('faults', (entry) => Object.values(entry.faults).reduce((sum, value) => sum + value, 0)),
      summed('validations', ({ submitted }) => submitted),
      ...Object.entries(COUNTED).map(([kind, name]) => summed(name, ({ findings }) => findings[kind] ?? 0)),
      summed('late writes of zombies, refused', ({ zombiesRefused }) => zombiesRefused),
      row('quiet again after, p95', recovery(0.95)),
      row('quiet again after, longest', recovery(1)),
      row('seeds', (some) => [...new Set(some.map(({ seed }) => seed))].toSorted((a, b) => a - b).join(' ')),
    ],
  );
}

function faults(entries: readonly LedgerEntry[]): string {
  const kinds = [...new Set(entries.flatMap((entry) => Object.keys(entry.faults)))].toSorted();
  const times = (kind: string) => entries.reduce((sum, entry) => sum + (entry.faults[kind] ?? 0), 0);
  return table(
    ['fault', 'times'],
    kinds.map((kind) => [`\`${kind}\``, String(times(kind))]),
  );
}

function plants(entries: readonly LedgerEntry[]): string {
  const rows = entries.map(({ plant, backend, seed, runs, findings }) => {
    const found = Object.entries(findings).map(([kind, times]) => `${times} ${kind}`);
    return [`\`${plant ?? ''}\``, backend, String(seed), String(runs), found.join(', ') || 'nothing'];
  });
  return table(['planted', 'queue on', 'seed', 'runs until it was found', 'found as'], rows);
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
