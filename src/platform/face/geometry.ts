import { type Box, type FivePoints, type Point } from './face-engine.js';

export const widthOf = ({ x1, x2 }: Box): number => x2 - x1;
export const heightOf = ({ y1, y2 }: Box): number => y2 - y1;
export const areaOf = (box: Box): number => Math.max(0, widthOf(box)) * Math.max(0, heightOf(box));

function intersection(a: Box, b: Box): Box {
  return { x1: Math.max(a.x1, b.x1), y1: Math.max(a.y1, b.y1), x2: Math.min(a.x2, b.x2), y2: Math.min(a.y2, b.y2) };
}

/** Intersection over union, 0..1. */
export function overlap(a: Box, b: Box): number {
  const shared = areaOf(intersection(a, b));
  return shared === 0 ? 0 : shared / (areaOf(a) + areaOf(b) - shared);
}

/** From the box to the nearest edge of a frame of this size, in widths or heights of the box; negative beyond it. */
export function marginOf(box: Box, frame: { readonly width: number; readonly height: number }): number {
  const [width, height] = [widthOf(box), heightOf(box)];
  return Math.min(box.x1 / width, (frame.width - box.x2) / width, box.y1 / height, (frame.height - box.y2) / height);
}

export function meanPoint(points: readonly Point[]): Point {
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** @param landmarks 68 points, iBUG 300-W. @throws RangeError when there are fewer */
export function fivePoints(landmarks: readonly Point[]): FivePoints {
  const [nose, leftMouth, rightMouth] = [landmarks[30], landmarks[48], landmarks[54]];
  if (nose === undefined || leftMouth === undefined || rightMouth === undefined) {
    throw new RangeError(`${landmarks.length} landmarks where 68 are needed`);
  }
  return [meanPoint(landmarks.slice(36, 42)), meanPoint(landmarks.slice(42, 48)), nose, leftMouth, rightMouth];
}

const eyesAndMouth = ([left, right, , leftMouth, rightMouth]: FivePoints) => ({
  eyes: meanPoint([left, right]),
  mouth: meanPoint([leftMouth, rightMouth]),
});

/**
 * How large a face is, pixels: the geometric mean of the distances between the eyes and from eyes to mouth, of which one
 * stays when the head turns and the other when it nods. A detector's box moves more from frame to frame.
 */
export function faceSize(five: FivePoints): number {
  const { eyes, mouth } = eyesAndMouth(five);
  return Math.sqrt(distance(five[0], five[1]) * distance(eyes, mouth));
}

/** Half-way between eyes and mouth. */
export function faceCentre(five: FivePoints): Point {
  const { eyes, mouth } = eyesAndMouth(five);
  return meanPoint([eyes, mouth]);
}

/** Nose along the eye line from the middle of the eyes, in eye distances; positive towards the right of the picture. */
export function noseOffset([left, right, nose]: FivePoints): number {
  const middle = meanPoint([left, right]);
  const [dx, dy] = [right.x - left.x, right.y - left.y];
  return ((nose.x - middle.x) * dx + (nose.y - middle.y) * dy) / (dx * dx + dy * dy);
}

/** Corners, upper lid, lower lid of each eye, by their place in the 68 points. */
const EYES = [
  [36, 39, 37, 38, 41, 40],
  [42, 45, 43, 44, 47, 46],
] as const;

/**
 * Height of the eyes by their width, the mean of both (Soukupová and Čech 2016, "eye aspect ratio"): 0.2 to 0.45 open,
 * differently from person to person, so it says something only beside another picture of the same.
 * @param landmarks 68 points, iBUG 300-W. @throws RangeError when there are fewer
 */
export function eyeOpenness(landmarks: readonly Point[]): number {
  const gap = (a: number, b: number): number => {
    const [from, to] = [landmarks[a], landmarks[b]];
    if (from === undefined || to === undefined)
      throw new RangeError(`${landmarks.length} landmarks where 68 are needed`);
    return distance(from, to);
  };
  const ratio = ([left, right, a, b, c, d]: (typeof EYES)[number]) => (gap(a, c) + gap(b, d)) / (2 * gap(left, right));
  return (ratio(EYES[0]) + ratio(EYES[1])) / 2;
}
