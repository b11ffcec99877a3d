import Papa from 'papaparse';
import { type RowResult } from './import-run';

/** Excel takes a CSV for UTF-8 only with it. */
const MARK = '\uFEFF';

/**
 * The rows that were not imported, as they stand in the file, with the reason behind them: corrected there, it is imported as it is.
 * A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection).
 */
export function failuresFile(
  header: readonly string[],
  failures: readonly (readonly [result: RowResult, reason: string])[],
): string {
  const rows = failures.map(([{ source }, reason]) => [...padded(source.cells, header.length - 1), reason]);
  return MARK + Papa.unparse([[...header], ...rows], { delimiter: ';', newline: '\r\n', escapeFormulae: true });
}

const padded = (cells: readonly string[], length: number): string[] =>
  Array.from({ length: Math.max(length, cells.length) }, (_, index) => cells[index] ?? '');

/** A CSV for a spreadsheet. */
export const csvOf = (text: string): Blob => new Blob([text], { type: 'text/csv;charset=utf-8' });
