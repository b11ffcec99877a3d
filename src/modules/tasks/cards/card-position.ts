/**
 * Between two neighbours that were put there one after the other: thirty cards fit in between by halving before the
 * column has to be numbered anew. Numbers up to 2^52 are exact in JavaScript and in PostgreSQL's float8 alike.
 */
export const POSITION_GAP = 2 ** 30;
const FURTHEST = 2 ** 52;

/** The positions above and below a place; null where there is nothing. */
export interface Neighbours {
  readonly above: number | null;
  readonly below: number | null;
}

/** A whole number between the neighbours. @returns undefined when there is none: the column has to be numbered anew */
export function positionBetween({ above, below }: Neighbours): number | undefined {
  const position =
    above === null
      ? below === null
        ? POSITION_GAP
        : below - POSITION_GAP
      : below === null
        ? above + POSITION_GAP
        : Math.floor((above + below) / 2);
  const fits = Math.abs(position) <= FURTHEST && position !== above && position !== below;
  return fits ? position : undefined;
}
