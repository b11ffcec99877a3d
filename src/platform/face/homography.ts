import { type Point } from './face-engine.js';
import { type Equation, leastSquares } from './least-squares.js';

interface Normalised {
  readonly points: readonly Point[];
  /** Of the normalised points to pixels. */
  readonly scale: number;
}

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
  return leastSquares(
    from.flatMap((p, index): Equation[] => {
      const q = pointAt(to, index);
      return [
        { left: [p.x, p.y, 1, 0, 0, 0, -q.x * p.x, -q.x * p.y], right: q.x },
        { left: [0, 0, 0, p.x, p.y, 1, -q.y * p.x, -q.y * p.y], right: q.y },
      ];
    }),
  );
}

function apply(h: Float64Array, { x, y }: Point): Point {
  const at = (row: number) => (h[row] ?? 0) * x + (h[row + 1] ?? 0) * y + (h[row + 2] ?? 1);
  const depth = (h[6] ?? 0) * x + (h[7] ?? 0) * y + 1;
  return { x: at(0) / depth, y: at(3) / depth };
}

const pointAt = (points: readonly Point[], index: number): Point => points[index] ?? { x: NaN, y: NaN };
