import { type Point } from '../../../../src/platform/face/face-engine.js';
import { type Raster } from './raster.js';

/** A photograph with a face on it, as it lies flat. */
export interface Photo extends Raster {
  /** Middle of the eyes, pixels. */
  readonly eyes: Point;
  /** Pixels. */
  readonly eyeDistance: number;
}

/** How somebody holds a photograph. Angles in degrees; lengths in eye distances of the photograph. */
export interface SheetPose {
  /** Turned out of the picture, around the line in its plane that has the angle `about`: 0 lies, 90 stands. */
  readonly turn?: number;
  readonly about?: number;
  /** Curvature, one by the radius; positive bulges towards the camera. Around the line with the angle `along`. */
  readonly bend?: number;
  readonly along?: number;
  readonly roll?: number;
  readonly x?: number;
  readonly y?: number;
  readonly zoom?: number;
}

interface Corner extends Point {
  /** Towards the camera. */
  readonly z: number;
  /** Where in the photograph it is, pixels. */
  readonly u: number;
  readonly v: number;
}

const WIDTH = 640;
const HEIGHT = 480;
/** Pixels, of a face held before a kiosk; the camera is six eye distances away. */
const EYE_DISTANCE = 75;
const CAMERA = 6;
const EYE_LEVEL = 0.42;
/** Grey level. */
const WALL = 110;
/** Pieces that are drawn flat. */
const [COLUMNS, ROWS] = [48, 36];

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** What a camera sees of it, 640 × 480, before a grey wall. */
export function hold(photo: Photo, pose: SheetPose): Raster {
  const data = Buffer.alloc(WIDTH * HEIGHT * 3, WALL);
  const nearest = new Float32Array(WIDTH * HEIGHT).fill(-Infinity);
  const corner = (i: number, j: number) =>
    place(photo, (i / COLUMNS) * (photo.width - 1), (j / ROWS) * (photo.height - 1), pose);
  for (let j = 0; j < ROWS; j++) {
    for (let i = 0; i < COLUMNS; i++) {
      const [a, b, c, d] = [corner(i, j), corner(i + 1, j), corner(i, j + 1), corner(i + 1, j + 1)];
      draw(photo, [a, b, c], data, nearest);
      draw(photo, [b, d, c], data, nearest);
    }
  }
  return { data, width: WIDTH, height: HEIGHT };
}

function place({ eyes, eyeDistance }: Photo, u: number, v: number, pose: SheetPose): Corner {
  const { turn = 0, about = 90, bend = 0, along = 90, roll = 0, x = 0, y = 0, zoom = 1 } = pose;
  const flat = { x: (u - eyes.x) / eyeDistance, y: (v - eyes.y) / eyeDistance, z: 0 };
  const bent = rotated(curved(rotated(flat, along), bend), -along);
  const turned = rotated(tipped(rotated(bent, about), turn), -about);
  const held = rotated(turned, -roll);
  const scale = (EYE_DISTANCE * zoom * CAMERA) / (CAMERA - held.z);
  return {
    x: WIDTH / 2 + x * EYE_DISTANCE + held.x * scale,
    y: HEIGHT * EYE_LEVEL + y * EYE_DISTANCE + held.y * scale,
    z: held.z,
    u,
    v,
  };
}

type Solid = Point & { readonly z: number };

/** In the plane, so that the line with this angle lies along x. */
function rotated({ x, y, z }: Solid, degrees: number): Solid {
  const [cos, sin] = [Math.cos(radians(degrees)), Math.sin(radians(degrees))];
  return { x: x * cos + y * sin, y: y * cos - x * sin, z };
}

/** On a cylinder along x. */
function curved({ x, y, z }: Solid, curvature: number): Solid {
  if (curvature === 0) return { x, y, z };
  const angle = y * curvature;
  return { x, y: Math.sin(angle) / curvature, z: (Math.cos(angle) - 1) / curvature };
}

/** Around x. */
function tipped({ x, y, z }: Solid, degrees: number): Solid {
  const [cos, sin] = [Math.cos(radians(degrees)), Math.sin(radians(degrees))];
  return { x, y: y * cos + z * sin, z: z * cos - y * sin };
}

type Triangle = readonly [Corner, Corner, Corner];

/** What is nearer hides what is behind it. */
function draw(photo: Photo, triangle: Triangle, data: Buffer, nearest: Float32Array): void {
  const [a, b, c] = triangle;
  const area = (b.y - c.y) * (a.x - c.x) + (c.x - b.x) * (a.y - c.y);
  if (Math.abs(area) < 1e-9) return;
  const [xs, ys] = [triangle.map(({ x }) => x), triangle.map(({ y }) => y)];
  for (let y = Math.max(0, Math.ceil(Math.min(...ys))); y <= Math.min(HEIGHT - 1, Math.max(...ys)); y++) {
    for (let x = Math.max(0, Math.ceil(Math.min(...xs))); x <= Math.min(WIDTH - 1, Math.max(...xs)); x++) {
      const p = ((b.y - c.y) * (x - c.x) + (c.x - b.x) * (y - c.y)) / area;
      const q = ((c.y - a.y) * (x - c.x) + (a.x - c.x) * (y - c.y)) / area;
      const r = 1 - p - q;
      if (Math.min(p, q, r) < -1e-6) continue;
      const pixel = y * WIDTH + x;
      const z = p * a.z + q * b.z + r * c.z;
      if (z <= (nearest[pixel] ?? Infinity)) continue;
      nearest[pixel] = z;
      copyPixel(photo, p * a.u + q * b.u + r * c.u, p * a.v + q * b.v + r * c.v, data, 3 * pixel);
    }
  }
}

/** Between the four pixels around it. */
function copyPixel({ data: from, width, height }: Photo, u: number, v: number, to: Buffer, at: number): void {
  const [left, top] = [
    Math.max(0, Math.min(Math.floor(u), width - 2)),
    Math.max(0, Math.min(Math.floor(v), height - 2)),
  ];
  const [across, down] = [u - left, v - top];
  for (let channel = 0; channel < 3; channel++) {
    const value = (x: number, y: number) => from[3 * (y * width + x) + channel] ?? 0;
    const upper = value(left, top) * (1 - across) + value(left + 1, top) * across;
    const lower = value(left, top + 1) * (1 - across) + value(left + 1, top + 1) * across;
    to[at + channel] = upper * (1 - down) + lower * down;
  }
}
