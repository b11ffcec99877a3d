import { type RgbImage } from '../../../src/platform/face/analyser.js';
import { type Point } from '../../../src/platform/face/face-engine.js';
import { distance, meanPoint } from '../../../src/platform/face/geometry.js';
import { type Colour, each } from './light.js';
import { type Random } from '../../support/random.js';

export const COVERS = ['mask', 'hand', 'glasses'] as const;
export type Cover = (typeof COVERS)[number];

/** Cloth of surgical masks and of scarves, 0..255. */
const CLOTH: readonly [Colour, ...Colour[]] = [
  [170, 200, 225],
  [235, 235, 235],
  [30, 30, 35],
  [90, 40, 50],
  [60, 90, 70],
];

/** Landmarks from ear to ear by the chin. */
const JAW = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14];

/** A copy with something drawn over the lower face, the mouth or both eyes. @param landmarks 68 points, iBUG 300-W */
export function cover(picture: RgbImage, landmarks: readonly Point[], kind: Cover, random: Random): RgbImage {
  const at = (index: number): Point => landmarks[index] ?? { x: 0, y: 0 };
  const between = (from: number, to: number): Point => meanPoint([at(from), at(to)]);
  const eyes = distance(at(36), at(45));
  const fold = (x: number, y: number) =>
    10 * Math.sin((2 * Math.PI * y) / (0.25 * eyes)) + (15 * (x - at(30).x)) / eyes;
  switch (kind) {
    case 'mask':
      return paint(
        picture,
        [...JAW.map(at), between(14, 28), at(28), between(2, 28)],
        random.oneOf(CLOTH),
        fold,
        random,
      );
    case 'hand': {
      const shade = random.between(0.85, 1.15);
      const skin = each(colourAt(picture, at(29)), (value) => value * shade);
      const finger = (x: number) => 12 * Math.sin((2 * Math.PI * x) / (0.28 * eyes));
      return paint(picture, ellipse(between(48, 54), 0.55 * eyes, 0.28 * eyes), skin, finger, random);
    }
    case 'glasses': {
      const glass = (whole: RgbImage, middle: Point) =>
        paint(
          whole,
          ellipse(middle, 0.27 * eyes, 0.2 * eyes),
          [25, 22, 20],
          (x, y) => 8 * Math.cos((4 * (x + y)) / eyes),
          random,
        );
      return glass(glass(picture, between(36, 39)), between(42, 45));
    }
  }
}

const ellipse = ({ x, y }: Point, across: number, down: number): Point[] =>
  Array.from({ length: 24 }, (_, index) => (index * Math.PI) / 12).map((angle) => ({
    x: x + across * Math.cos(angle),
    y: y + down * Math.sin(angle),
  }));

function colourAt({ data, width }: RgbImage, { x, y }: Point): Colour {
  const at = (Math.round(y) * width + Math.round(x)) * 3;
  return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
}

function paint(
  picture: RgbImage,
  outline: readonly Point[],
  colour: Colour,
  shade: (x: number, y: number) => number,
  random: Random,
): RgbImage {
  const data = Uint8Array.from(picture.data);
  for (let y = 0, at = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++, at += 3) {
      if (!isInside(outline, x + 0.5, y + 0.5)) continue;
      const light = shade(x, y) + random.between(-2, 2);
      data.set(
        each(colour, (value) => Math.max(0, Math.min(255, Math.round(value + light)))),
        at,
      );
    }
  }
  return { ...picture, data };
}

/** Crosses the outline an odd number of times on the way to the left. */
function isInside(outline: readonly Point[], x: number, y: number): boolean {
  const crossed = outline.filter((to, index) => {
    const from = outline.at(index - 1) ?? to;
    return to.y > y !== from.y > y && x < ((from.x - to.x) * (y - to.y)) / (from.y - to.y) + to.x;
  });
  return crossed.length % 2 === 1;
}
