/** A linear one: the sum of `left` times the unknowns is to be `right`. */
export interface Equation {
  readonly left: readonly number[];
  readonly right: number;
}

/**
 * The unknowns that miss the equations by the least sum of squares, by the normal equations.
 * @param equations as many as unknowns or more, all of one length, and not all alike
 */
export function leastSquares(equations: readonly Equation[]): Float64Array {
  const unknowns = equations[0]?.left.length ?? 0;
  const rows = Array.from({ length: unknowns }, () => new Float64Array(unknowns + 1));
  for (const equation of equations) add(rows, equation);
  return solve(rows);
}

/** Into the normal equations, whose last column is the right side. */
function add(rows: readonly Float64Array[], { left, right }: Equation): void {
  rows.forEach((row, i) => {
    const factor = left[i] ?? 0;
    left.forEach((value, j) => (row[j] = (row[j] ?? 0) + factor * value));
    row[left.length] = (row[left.length] ?? 0) + factor * right;
  });
}

/** Gauss and Jordan, with the largest pivot. Changes the rows. */
function solve(rows: Float64Array[]): Float64Array {
  const unknowns = rows.length;
  for (let column = 0; column < unknowns; column++) {
    const rest = rows.slice(column).toSorted((a, b) => Math.abs(b[column] ?? 0) - Math.abs(a[column] ?? 0));
    rows.splice(column, rest.length, ...rest);
    const pivot = rows[column] ?? new Float64Array(unknowns + 1);
    for (const row of rows) if (row !== pivot) subtract(row, pivot, (row[column] ?? 0) / (pivot[column] ?? 0));
  }
  return Float64Array.from(rows, (row, index) => (row[unknowns] ?? 0) / (row[index] ?? 0));
}

function subtract(row: Float64Array, other: Float64Array, factor: number): void {
  row.forEach((value, index) => (row[index] = value - factor * (other[index] ?? 0)));
}
