import Papa from 'papaparse';

export const ENCODINGS = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** More is several files. */
export const MAX_ROWS = 10_000;
export const MAX_BYTES = 5 * 1_024 * 1_024;

/** A row of a file, and which one of the sheet it is: 1, 2, 3 …, with the empty ones counted. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly delimiter: string;
  readonly rows: readonly TableRow[];
}

const MARKS: readonly (readonly [encoding: Encoding, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** By its mark, or UTF-8 where every byte fits it; else as Excel saves a CSV in western Europe. */
export function encodingOf(bytes: Uint8Array): Encoding {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked !== undefined) return marked[0];
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** Bytes that fit no letter become one that shows it; a mark at the beginning goes. */
export const decode = (bytes: Uint8Array, encoding: Encoding): string => new TextDecoder(encoding).decode(bytes);

/** With which Excel says how its columns are apart. */
const SEPARATOR_LINE = /^sep=(.)\r?\n/i;

/** Cells of a text whose columns are apart by what it shows itself; rows of empty cells are left out. */
export function readTable(text: string): Table {
  const said = SEPARATOR_LINE.exec(text);
  const skipped = said === null ? 0 : 1;
  const { data, meta } = Papa.parse<string[]>(text.slice(said?.[0].length ?? 0), {
    delimiter: said?.[1] ?? '',
    delimitersToGuess: [';', ',', '\t', '|'],
  });
  const rows = data
    .map((cells, index) => ({ line: index + 1 + skipped, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  return { delimiter: meta.delimiter, rows };
}
