import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { OperatorError } from '../../support/operator-error.js';

/** A line of a pairs file: two images, whether they show one person, and the fold for cross-validation. */
export interface ListedPair {
  readonly fold: number;
  readonly same: boolean;
  /** As written in the file. */
  readonly a: string;
  readonly b: string;
}

const COLUMNS = ['fold', 'same', 'a', 'b'] as const;
type Column = (typeof COLUMNS)[number];

/** What csv-parse gives for a line under the option `info`. */
interface Line {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

const SAME: Readonly<Record<string, boolean>> = { '1': true, true: true, '0': false, false: false };

const row = z.object({
  fold: z.coerce.number().int().default(0),
  same: z
    .string()
    .transform((text) => SAME[text.toLowerCase()])
    .pipe(z.boolean('must be 1, 0, true or false')),
  a: z.string().min(1, 'is empty'),
  b: z.string().min(1, 'is empty'),
});

/** @throws OperatorError naming the file, and the line where there is one */
export async function readPairsFile(file: string): Promise<ListedPair[]> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new OperatorError(`The list of pairs ${file} can't be read.`, { cause });
  });
  try {
    return parsePairs(text);
  } catch (error) {
    throw new OperatorError(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/**
 * CSV with the columns fold, same, a, b in this order, or in any order under a header line that names them (`fold` may
 * then be absent). Other columns are ignored.
 * @throws Error that names the line
 */
export function parsePairs(text: string): ListedPair[] {
  const records = parse(text, {
    bom: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
    info: true,
  }) as unknown as readonly Line[]; // its types know nothing of `info`
  const [first] = records;
  if (first === undefined) throw new Error('the list is empty');
  const header = columnsNamedBy(first.record);
  const columns = header ?? COLUMNS;
  const pairs = records
    .slice(header === undefined ? 0 : 1)
    .map(({ record, info }) => pairOf(record, columns, info.lines));
  if (pairs.length === 0) throw new Error('the list has a header but no pairs');
  return pairs;
}

/** The columns of a header line, or undefined when the line is a pair already. */
function columnsNamedBy(cells: readonly string[]): string[] | undefined {
  const names = cells.map((cell) => cell.toLowerCase());
  if (!names.includes('same')) return undefined;
  const missing = ['a', 'b'].filter((name) => !names.includes(name));
  if (missing.length > 0) throw new Error(`the header has no column ${missing.join(' and no column ')}`);
  return names;
}

function pairOf(cells: readonly string[], columns: readonly string[], line: number): ListedPair {
  const cell = (name: Column): string | undefined => cells[columns.indexOf(name)];
  const result = row.safeParse({ fold: cell('fold'), same: cell('same'), a: cell('a'), b: cell('b') });
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ');
  throw new Error(`line ${line} is not a pair (${COLUMNS.join(',')}): ${problems}`);
}
