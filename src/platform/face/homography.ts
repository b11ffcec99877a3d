import { type Point } from './face-engine.js';

interface Normalised {
  readonly points: readonly Point[];
  /** Of the normalised points to pixels. */
  readonly scale: number;
}

/** Parameters of a homography, its ninth being 1. */
const UNKNOWNS = 8;

/**
 * How far two pictures of the same points are from being two views of one plane: the root mean square distance between
 * `to` and the homography of `from` that fits it best, pixels of `to`. A sheet of paper or a screen moves by a homography
 * however it is held; a head that turns does not, because its nose stands out (Hartley and Zisserman, Multiple View
 * Geometry, ch. 4 and 13).
 * @param from at least five points, not all on a line
 * @param to the same points in the other picture
 * @throws RangeError when there are too few or their number differs
 */
export function planarResidual(from: readonly Point[], to: readonly Point[]): number {
  if (from.length !== to.length || from.length < 5)
    throw new RangeError('A plane needs five points, and as many again.');
  const [a, b] = [normalise(from), normalise(to)];
  const h = fit(a.points, b.points);
  const squares = a.points.map((point, index) => {
    const [seen, mapped] = [pointAt(b.points, index), apply(h, point)];
    return (seen.x - mapped.x) ** 2 + (seen.y - mapped.y) ** 2;
  });
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length) * b.scale;
}

/** Around the origin, at a mean distance of √2 from it: without it the equations are badly conditioned. */
function normalise(points: readonly Point[]): Normalised {
  const mean = (of: (point: Point) => number) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
  const scale = mean((point) => Math.hypot(point.x - x, point.y - y)) / Math.SQRT2;
  return { points: points.map((point) => ({ x: (point.x - x) / scale, y: (point.y - y) / scale })), scale };
}

/** Least squares of the direct linear transform: two equations for each pair of points. */
function fit(from: readonly Point[], to: readonly Point[]): Float64Array {
  const rows = Array.from({ length: UNKNOWNS }, () => new Float64Array(UNKNOWNS + 1));
  from.forEach((p, index) => {
    const q = pointAt(to, index);
    addEquation(rows, [p.x, p.y, 1, 0, 0, 0, -q.x * p.x, -q.x * p.y], q.x);
    addEquation(rows, [0, 0, 0, p.x, p.y, 1, -q.y * p.x, -q.y * p.y], q.y);
  });
  return solve(rows);
}

/** Into the normal equations, whose last column is the right side. */
function addEquation(rows: readonly Float64Array[], left: readonly number[], right: number): void {
  rows.forEach((row, i) => {
    const factor = left[i] ?? 0;
    left.forEach((value, j) => (row[j] = (row[j] ?? 0) + factor * value));
    row[UNKNOWNS] = (row[UNKNOWNS] ?? 0) + factor * right;
  });
}

/** Gauss and Jordan, with the largest pivot. Changes the rows. */
function solve(rows: Float64Array[]): Float64Array {
  for (let column = 0; column < UNKNOWNS; column++) {
    const rest = rows.slice(column).toSorted((a, b) => Math.abs(b[column] ?? 0) - Math.abs(a[column] ?? 0));
    rows.splice(column, rest.length, ...rest);
    const pivot = rows[column] ?? new Float64Array(UNKNOWNS + 1);
    for (const row of rows) if (row !== pivot) subtract(row, pivot, (row[column] ?? 0) / (pivot[column] ?? 0));
  }
  return Float64Array.from(rows, (row, index) => (row[UNKNOWNS] ?? 0) / (row[index] ?? 0));
}

function subtract(row: Float64Array, other: Float64Array, factor: number): void {
  row.forEach((value, index) => (row[index] = value - factor * (other[index] ?? 0)));
}

function apply(h: Float64Array, { x, y }: Point): Point {
  const at = (row: number) => (h[row] ?? 0) * x + (h[row + 1] ?? 0) * y + (h[row + 2] ?? 1);
  const depth = (h[6] ?? 0) * x + (h[7] ?? 0) * y + 1;
  return { x: at(0) / depth, y: at(3) / depth };
}

const pointAt = (points: readonly Point[], index: number): Point => points[index] ?? { x: NaN, y: NaN };
