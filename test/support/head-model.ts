import { type FaceAnalysis, type Point } from '../../src/platform/face/face-engine.js';
import { distance, fivePoints, noseOffset } from '../../src/platform/face/geometry.js';

/** How somebody holds their head, or a picture of one, before the camera. */
export interface Stance {
  /** Degrees to the person's left. */
  readonly yaw?: number;
  /** Degrees around an axis from the upper left to the lower right of the face, as one tilts a sheet of paper. */
  readonly tilt?: number;
  /** Eye distance, pixels, when looking straight. */
  readonly size?: number;
  /** Part of the eye's opening. */
  readonly open?: number;
  /** How far the face stands out, as a part of a head's: 0 is a picture. */
  readonly depth?: number;
  /** Curvature of a picture, one by eye distances, bent around a line from top to bottom; positive bulges to the camera. */
  readonly bend?: number;
  /** Where in the frame, eye distances from its middle. */
  readonly x?: number;
}

interface Solid extends Point {
  readonly z: number;
}

/** Distance of the camera, eye distances. */
const CAMERA = 10;

const solid = (x: number, y: number, z: number): Solid => ({ x, y, z });
const arc = (count: number, of: (part: number) => Solid): Solid[] =>
  Array.from({ length: count }, (_, index) => of(index / (count - 1)));

function eye(x: number, open: number): Solid[] {
  const lid = 0.075 * open;
  const [outer, inner] = [solid(x - 0.2, 0, 0), solid(x + 0.2, 0, 0)];
  const upper = [solid(x - 0.07, -lid, 0.03), solid(x + 0.07, -lid, 0.03)];
  return [outer, ...upper, inner, solid(x + 0.07, lid, 0.03), solid(x - 0.07, lid, 0.03)];
}

/** The 68 points in eye distances, the middle of the eyes at the origin, z towards the camera: sizes of a grown-up's head, to about a tenth. */
function head(open: number): Solid[] {
  const brow = (from: number, to: number) =>
    arc(5, (part) => solid(from + (to - from) * part, -0.35 - 0.1 * Math.sin(Math.PI * part), 0.1));
  const lips = (count: number, width: number, from: number, to: number) =>
    arc(count, (part) => {
      const angle = from + (to - from) * part;
      return solid(-width * Math.cos(angle), 1.15 - 0.15 * Math.sin(angle), 0.25 - 0.2 * Math.cos(angle) ** 2);
    });
  return [
    ...arc(17, (part) =>
      solid(-Math.cos(Math.PI * part), 1.7 * Math.sin(Math.PI * part), -0.7 + 0.6 * Math.sin(Math.PI * part)),
    ),
    ...brow(-0.85, -0.2),
    ...brow(0.2, 0.85),
    ...arc(4, (part) => solid(0, 0.6 * part, 0.15 + 0.45 * part)),
    ...arc(5, (part) => solid(-0.25 + 0.5 * part, 0.75, 0.35 - 0.3 * Math.abs(part - 0.5))),
    ...eye(-0.5, open),
    ...eye(0.5, open),
    ...lips(7, 0.4, 0, Math.PI),
    ...lips(7, 0.4, Math.PI, 2 * Math.PI).slice(1, 6),
    ...lips(5, 0.3, 0, Math.PI),
    ...lips(5, 0.3, Math.PI, 2 * Math.PI).slice(1, 4),
  ];
}

function turn({ x, y, z }: Solid, degrees: number): Solid {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  return solid(x * cos + z * sin, y, z * cos - x * sin);
}

/** Turns around the x axis turned by 45°, so that one corner goes back and the opposite one comes forward. */
function tip({ x, y, z }: Solid, degrees: number): Solid {
  const [along, across] = [(x + y) / Math.SQRT2, (y - x) / Math.SQRT2];
  const tipped = turn(solid(across, 0, z), degrees);
  return solid((along - tipped.x) / Math.SQRT2, (along + tipped.x) / Math.SQRT2, tipped.z);
}

/** On a cylinder that stands. */
function bent({ x, y, z }: Solid, curvature: number): Solid {
  if (curvature === 0) return { x, y, z };
  return solid(Math.sin(x * curvature) / curvature, y, z + (Math.cos(x * curvature) - 1) / curvature);
}

/** What the engine would say of it: landmarks by projection, and no picture behind them. */
export function faceOf(
  { yaw = 0, tilt = 0, size = 80, open = 1, depth = 1, bend = 0, x: aside = 0 }: Stance,
  embedding: Float32Array,
): FaceAnalysis {
  const landmarks = head(open).map((point) => {
    const { x, y, z } = tip(turn(bent({ ...point, z: depth * point.z }, bend), yaw), tilt);
    const scale = (size * CAMERA) / (CAMERA - z);
    return { x: 320 + aside * size + x * scale, y: 240 + y * scale };
  });
  const five = fivePoints(landmarks);
  const middle = 320 + aside * size;
  return {
    box: { x1: middle - size, y1: 240 - size, x2: middle + size, y2: 240 + 1.7 * size },
    score: 1,
    landmarks,
    five,
    quality: {
      eyeDistance: distance(five[0], five[1]),
      brightness: 120,
      contrast: 40,
      sharpness: 100,
      noseOffset: noseOffset(five),
      margin: 1,
      eyeLight: 0.8,
      mouthContrast: 0.15,
    },
    pose: { yaw, pitch: 0, roll: 0 },
    live: 0.9,
    embedding,
  };
}
