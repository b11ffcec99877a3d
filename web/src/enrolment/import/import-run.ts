import { type CombinedError } from 'urql';
import { type ImportPersonsInput, type ImportPersonsMutation, type ImportRowInput } from '../graphql/graphql';
import { type TableRow } from './read-table';
import { Store } from '../../shared/parts/store';

type Answer = ImportPersonsMutation['importPersons'];
export type AnsweredRow = Answer['rows'][number];

/** A row that is to become a person. */
export interface PlannedRow {
  readonly source: TableRow;
  readonly person: ImportRowInput;
}

export interface RowResult extends PlannedRow, AnsweredRow {}

export interface RunState {
  readonly status: 'waiting' | 'running' | 'stopped' | 'done';
  /** Rows that are answered. */
  readonly results: readonly RowResult[];
  readonly total: number;
  /** Why it stopped; it can be gone on with. */
  readonly error: CombinedError | undefined;
}

export type Send = (
  input: ImportPersonsInput,
) => Promise<{ readonly answer: Answer } | { readonly error: CombinedError }>;

/** As the server has it (src/modules/enrolment/imports/import.inputs.ts), and what fits into a request of 256 KiB. */
const CHUNK_ROWS = 500;
const CHUNK_BYTES = 200_000;

const sizeOf = (row: ImportRowInput): number => new TextEncoder().encode(JSON.stringify(row)).length;

/** In pieces that the server takes. */
function chunksOf(rows: readonly PlannedRow[]): PlannedRow[][] {
  const chunks: PlannedRow[][] = [];
  let [chunk, bytes]: [PlannedRow[], number] = [[], 0];
  for (const row of rows) {
    const size = sizeOf(row.person);
    if (chunk.length === CHUNK_ROWS || (chunk.length > 0 && bytes + size > CHUNK_BYTES)) {
      chunks.push(chunk);
      [chunk, bytes] = [[], 0];
    }
    chunk.push(row);
    bytes += size;
  }
  return chunk.length === 0 ? chunks : [...chunks, chunk];
}

/** What an earlier row of the file has too is not sent: the server sees one piece at a time. */
function splitRepeated(rows: readonly PlannedRow[]): { readonly once: PlannedRow[]; readonly repeated: RowResult[] } {
  const seen = new Set<string>();
  const once: PlannedRow[] = [];
  const repeated: RowResult[] = [];
  for (const row of rows) {
    const id = row.person.externalId.toLowerCase();
    if (id !== '' && seen.has(id)) repeated.push({ ...row, outcome: 'REFUSED', problems: ['REPEATED'], holder: null });
    else once.push(row);
    seen.add(id);
  }
  return { once, repeated };
}

/**
 * One way through a file, piece by piece, in their order. Each piece has a key of its own for good: going on after a fault sends
 * the piece that had no answer again, and makes nobody twice.
 */
export class ImportRun {
  private readonly key = crypto.randomUUID();
  private readonly chunks: readonly PlannedRow[][];
  private next = 0;
  private readonly store: Store<RunState>;

  constructor(
    private readonly send: Send,
    private readonly dryRun: boolean,
    rows: readonly PlannedRow[],
  ) {
    const { once, repeated } = splitRepeated(rows);
    this.chunks = chunksOf(once);
    this.store = new Store({ status: 'waiting', results: repeated, total: rows.length, error: undefined });
  }

  readonly state = (): RunState => this.store.get();

  readonly subscribe = (listener: () => void): (() => void) => this.store.subscribe(listener);

  /** Begins, or goes on where it stopped. */
  readonly go = async (): Promise<void> => {
    const { status } = this.state();
    if (status === 'running' || status === 'done') return;
    this.become({ status: 'running', error: undefined });
    for (let chunk = this.chunks[this.next]; chunk !== undefined; chunk = this.chunks[this.next]) {
      const idempotencyKey = `${this.key}-${this.next}`;
      const sent = await this.send({ rows: chunk.map(({ person }) => person), dryRun: this.dryRun, idempotencyKey });
      if ('error' in sent) {
        this.become({ status: 'stopped', error: sent.error });
        return;
      }
      this.next += 1;
      this.become({ results: [...this.state().results, ...answered(chunk, sent.answer)] });
    }
    this.become({ status: 'done', results: this.state().results.toSorted((a, b) => a.source.line - b.source.line) });
  };

  private become(change: Partial<RunState>): void {
    this.store.set({ ...this.store.get(), ...change });
  }
}

const answered = (chunk: readonly PlannedRow[], { rows }: Answer): RowResult[] =>
  chunk.flatMap((row, index) => {
    const answer = rows[index];
    return answer === undefined ? [] : [{ ...answer, ...row }];
  });
