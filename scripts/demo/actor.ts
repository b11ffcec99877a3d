import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import sharp from 'sharp';

/** Upright 8-bit RGB. */
interface Raster {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

/** What of a head is moved: its middle and eye distance in pixels of the stage. */
interface Head {
  readonly x: number;
  /** Height of the eyes. */
  readonly y: number;
  readonly eyes: number;
}

export interface Performance {
  readonly frames: readonly Buffer[];
  readonly capturedAt: readonly number[];
}

const PHOTO = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')),
  'demo/sample5.jpg',
);
/** Degrees by which the photo is turned, and then pixels: somebody who looks nearly straight, and nobody beside them. */
const UPRIGHT = 9.5;
const PLACE = { left: 207, top: 850, width: 640, height: 480 };

const WIDTH = 640;
const HEIGHT = 480;
/** Of the cut picture on the stage: room to come closer. */
const SCALE = 0.62;
/** On the stage; found by the onnx face engine; geometry only. */
const HEAD: Head = { x: 324, y: 216, eyes: 56 };

/** Degrees to their left, against the photo, in which they look a little to that side. */
const STRAIGHT = -10;
const TURNED = 32;

/** Milliseconds between two frames: a brisk person, so that nobody waits long for the demo. */
const PACE = 400;

/**
 * Somebody who does what a challenge asks: somebody of face-api's photos, bent over a rough head of ellipsoid and nose and turned,
 * since no film of anybody may lie in the project. A film made like this would pass for a living head, and does here.
 */
export async function perform(steps: readonly string[]): Promise<Performance> {
  const stage = await setStage();
  const scenes = steps.flatMap((step) => [step, 'STRAIGHT']);
  return film(['STRAIGHT', ...scenes], (scene, zoom) =>
    frameOf(played(stage, scene), scene === 'COME_CLOSER' ? 1.55 : zoom),
  );
}

/** A photo of the same person, for the enrolment. @param zoom for another one of a burst */
export const portrait = async (zoom = 1.2): Promise<Buffer> => frameOf(await setStage(), zoom);

/** The same picture as a sheet of paper: moved, tilted, bent to the side, held closer. */
export async function holdPhotograph(steps: readonly string[]): Promise<Performance> {
  const stage = await setStage();
  const scenes = steps.flatMap((step) => [step, 'STRAIGHT']);
  return film(['STRAIGHT', ...scenes], (scene, zoom) => {
    const slant = { LOOK_LEFT: -0.25, LOOK_RIGHT: 0.25, BLINK: 0.1 }[scene] ?? 0;
    return frameOf(slanted(stage, slant), scene === 'COME_CLOSER' ? 1.55 : zoom);
  });
}

async function film(
  scenes: readonly string[],
  shoot: (scene: string, zoom: number) => Promise<Buffer>,
): Promise<Performance> {
  // Nobody stands still: each frame is a little closer than the one before.
  const frames = await Promise.all(scenes.map((scene, index) => shoot(scene, 1 + index / 50)));
  return { frames, capturedAt: frames.map((_, index) => index * PACE) };
}

async function setStage(): Promise<Raster> {
  const photo = await readFile(PHOTO);
  const [width, height] = [Math.round(WIDTH * SCALE), Math.round(HEIGHT * SCALE)];
  const [left, top] = [Math.round((WIDTH - width) / 2), Math.round((HEIGHT - height) / 2)];
  const data = await sharp(await sharp(photo).rotate(UPRIGHT).toBuffer())
    .extract(PLACE)
    .resize(width, height)
    .extend({ left, right: WIDTH - width - left, top, bottom: HEIGHT - height - top, extendWith: 'copy' })
    .removeAlpha()
    .raw()
    .toBuffer();
  return { data, width: WIDTH, height: HEIGHT };
}

function frameOf({ data, width, height }: Raster, zoom: number): Promise<Buffer> {
  const [w, h] = [Math.round(width / zoom), Math.round(height / zoom)];
  const inside = (value: number, limit: number) => Math.max(0, Math.min(Math.round(value), limit));
  const left = inside(HEAD.x - w / 2, width - w);
  const top = inside(HEAD.y + HEAD.eyes * 0.6 - h / 2, height - h);
  return sharp(data, { raw: { width, height, channels: 3 } })
    .extract({ left, top, width: w, height: h })
    .resize(width, height)
    .jpeg({ quality: 92 })
    .toBuffer();
}

function played(stage: Raster, scene: string): Raster {
  if (scene === 'LOOK_LEFT') return turned(stage, TURNED);
  // The far cheek of the photo does not bear being turned forward: the other side is the mirror of this one.
  if (scene === 'LOOK_RIGHT') return mirrored(turned(stage, TURNED));
  return turned(scene === 'BLINK' ? blinking(stage) : stage, STRAIGHT);
}

function mirrored({ data, width, height }: Raster): Raster {
  const out = Buffer.alloc(data.length);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const column = pixel % width;
    const from = (pixel - column + width - 1 - column) * 3;
    data.copy(out, pixel * 3, from, from + 3);
  }
  return { data: out, width, height };
}

/** From pixels to eye distances from the middle of the eyes. */
const placeOf = (column: number, row: number): readonly [x: number, y: number] => [
  (column - HEAD.x) / HEAD.eyes,
  (row - HEAD.y) / HEAD.eyes,
];

/** Depth in eye distances, and how much of a point belongs to the head. */
function headAt(column: number, row: number): { readonly depth: number; readonly part: number } {
  const [x, y] = placeOf(column, row);
  const radius = Math.hypot(x / 1.25, (y - 0.4) / 1.9);
  const nose = 0.5 * Math.exp(-((x / 0.22) ** 2) - ((y - 0.6) / 0.3) ** 2);
  return {
    depth: Math.sqrt(Math.max(0, 1 - radius ** 2)) + nose,
    part: Math.max(0, Math.min(1, (1.5 - radius) / 0.5)),
  };
}

/** Each row of the picture drawn anew where it comes to lie; what is nearer hides what is behind it. @param degrees to the person's left */
function turned({ data, width, height }: Raster, degrees: number): Raster {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const out = Buffer.from(data);
  for (let row = 0; row < height; row++) {
    const nearest = new Float32Array(width).fill(-1);
    for (let fine = 0; fine < width * 4; fine++) {
      const x = (fine / 4 - HEAD.x) / HEAD.eyes;
      const { depth, part } = headAt(fine / 4, row);
      const to = Math.round(HEAD.x + HEAD.eyes * (x + part * (x * (cos - 1) + depth * sin)));
      if (to < 0 || to >= width || depth <= (nearest[to] ?? Infinity)) continue;
      nearest[to] = depth;
      const from = (row * width + Math.floor(fine / 4)) * 3;
      data.copy(out, (row * width + to) * 3, from, from + 3);
    }
  }
  return { data: out, width, height };
}

/** The skin above each eye, drawn down over it. */
function blinking({ data, width, height }: Raster): Raster {
  const out = Buffer.from(data);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const [x, y] = placeOf(column, row);
      const across = (Math.abs(x) - 0.5) / 0.32;
      if (Math.abs(across) > 1) continue;
      const [high, low] = [-0.2, 0.2 * Math.sqrt(1 - across ** 2)];
      if (y < high || y > low) continue;
      const from = (Math.round(row - (y - high) * 0.8 * HEAD.eyes) * width + column) * 3;
      data.copy(out, (row * width + column) * 3, from, from + 3);
    }
  }
  return { data: out, width, height };
}

/** A sheet turned aside and slanted: narrower, and each row further to one side. */
function slanted({ data, width, height }: Raster, slant: number): Raster {
  const out = Buffer.from(data);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = Math.round(HEAD.x + (x - HEAD.x) * (1 + Math.abs(slant)) - slant * (y - HEAD.y));
      const source = (y * width + Math.max(0, Math.min(from, width - 1))) * 3;
      data.copy(out, (y * width + x) * 3, source, source + 3);
    }
  }
  return { data: out, width, height };
}
