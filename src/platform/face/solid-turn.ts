import { type Point } from './face-engine.js';
import { distance, fivePoints, meanPoint } from './geometry.js';
import { type Equation, leastSquares } from './least-squares.js';

/** How one view of a face becomes another, if it is a head with a nose that turns. */
export interface SolidTurn {
  /** By how much what stands out moves along the eye line against the rest, for each eye distance that it stands out: the sine of the turn, positive towards the right of the picture. */
  readonly parallax: number;
  /** Of what is left along the eye line by what is left at right angles to it, with what depth makes up for: 1 for a solid, for a sheet that turns the cosine. */
  readonly width: number;
  /** Of the direction that lost most by the one that lost least, with what depth makes up for: 1 for a solid, for a sheet the cosine of the turn. */
  readonly squeeze: number;
}

/** Brows, nose, eyes and mouth: of the outline the landmarks are other points with each turn. */
const FIRST_INNER_LANDMARK = 17;

/** How far the inner landmarks stand out before the eyes' corners, eye distances: a grown-up's face, to about a tenth. */
const DEPTH: readonly number[] = [
  ...new Array<number>(10).fill(0.1),
  ...[0.15, 0.3, 0.45, 0.6],
  ...[0.2, 0.275, 0.35, 0.275, 0.2],
  ...[0, 0.03, 0.03, 0, 0.03, 0.03],
  ...[0, 0.03, 0.03, 0, 0.03, 0.03],
  ...[0.05, 0.1, 0.2, 0.25, 0.2, 0.1, 0.05, 0.1, 0.2, 0.25, 0.2, 0.1],
  ...[0.05, 0.15, 0.25, 0.15, 0.05, 0.15, 0.25, 0.15],
];

/**
 * The affine camera that takes a face of mean depth from one view to the other with the least error. Of a rigid solid its
 * two rows are of one length and at right angles (Tomasi and Kanade 1992, factorization under orthography); of a sheet,
 * flat or bent, they are not, since nothing stands out to make up for what the turn takes away.
 * @param from 68 points, iBUG 300-W, of a face that looks straight. @param to the same ones, turned
 */
export function solidTurn(from: readonly Point[], to: readonly Point[]): SolidTurn {
  const [before, after] = [inEyeDistances(from), inEyeDistances(to)];
  const row = (of: (point: Point) => number) =>
    leastSquares(
      after.map((point, index): Equation => {
        const { x, y } = before[index] ?? { x: NaN, y: NaN };
        return { left: [x, y, DEPTH[index] ?? NaN, 1], right: of(point) };
      }),
    ).slice(0, 3);
  const [across, down] = [row(({ x }) => x), row(({ y }) => y)];
  const [a, b, c] = [dot(across, across), dot(down, down), dot(across, down)];
  const spread = Math.hypot(a - b, 2 * c);
  return {
    parallax: (across[2] ?? NaN) / Math.sqrt((a + b) / 2),
    width: Math.sqrt(a / b),
    squeeze: Math.sqrt((a + b - spread) / (a + b + spread)),
  };
}

/** From the middle of the eyes, along the line between them and at right angles to it. */
function inEyeDistances(landmarks: readonly Point[]): readonly Point[] {
  const [left, right] = fivePoints(landmarks);
  const [middle, size] = [meanPoint([left, right]), distance(left, right)];
  const [cos, sin] = [(right.x - left.x) / size, (right.y - left.y) / size];
  return landmarks.slice(FIRST_INNER_LANDMARK).map((point) => {
    const [x, y] = [(point.x - middle.x) / size, (point.y - middle.y) / size];
    return { x: x * cos + y * sin, y: y * cos - x * sin };
  });
}

const dot = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
