import { SHEET_LIMIT } from '../cards/sheet-limit';

/** Ids of those whose cards are to be printed; kept while the surface is open, whatever is searched meanwhile. */
export type Chosen = ReadonlySet<string>;

export const NOBODY: Chosen = new Set();

export const isFull = (chosen: Chosen): boolean => chosen.size >= SHEET_LIMIT;

/** With these, too, as far as they fit on the sheets. */
export function withAll(chosen: Chosen, ids: readonly string[]): Chosen {
  const room = SHEET_LIMIT - chosen.size;
  return new Set([...chosen, ...ids.filter((id) => !chosen.has(id)).slice(0, room)]);
}

export function withoutAll(chosen: Chosen, ids: readonly string[]): Chosen {
  return new Set([...chosen].filter((id) => !ids.includes(id)));
}
