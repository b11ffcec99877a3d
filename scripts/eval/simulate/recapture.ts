import { type RgbImage } from '../../../src/platform/face/analyser.js';
import { type Box } from '../../../src/platform/face/face-engine.js';
import { heightOf, meanPoint, widthOf } from '../../../src/platform/face/geometry.js';
import { type Colour, each, encoded, lightAt } from './light.js';
import { type Medium, print, screen } from './media.js';
import { type Random } from '../../support/random.js';

/** `plain`: the same camera looks at the scene itself, so that a camera is not taken for an attack. */
export const RECAPTURES = ['plain', 'screen', 'print'] as const;
export type Recapture = (typeof RECAPTURES)[number];

const FRAME = { width: 640, height: 480 } as const;

/** From pixels of the frame to those of the picture. */
type View = (x: number, y: number) => readonly [u: number, v: number];
type Scene = (u: number, v: number, x: number, y: number) => Colour;

/**
 * What a webcam sees of a picture that is shown on a screen, printed, or true. A simulation: it has what the field names as
 * traces of recapture (moiré, dots, rims, lost contrast, bent paper), in strengths that we chose.
 * @param box the face, which comes to a quarter to two fifths of the frame's width
 */
export function recapture(picture: RgbImage, box: Box, kind: Recapture, random: Random): RgbImage {
  const view = viewOf(box, random);
  const scene =
    kind === 'plain'
      ? plainly(picture)
      : onMedium(picture, box, kind === 'screen' ? screen(random) : print(random), random);
  const [grain, contrast] = [random.between(1, 4), random.between(0.85, 1.15)];
  const data = new Uint8Array(FRAME.width * FRAME.height * 3);
  for (let y = 0, at = 0; y < FRAME.height; y++) {
    for (let x = 0; x < FRAME.width; x++, at += 3) {
      const [u, v] = view(x, y);
      const values = each(scene(u, v, x, y), (light) => encoded(light ** contrast) + grain * random.between(-2, 2));
      data.set(
        each(values, (value) => Math.max(0, Math.min(255, Math.round(value)))),
        at,
      );
    }
  }
  return { data, ...FRAME };
}

function viewOf(box: Box, random: Random): View {
  const centre = centreOf(box);
  const scale = (random.between(0.26, 0.42) * FRAME.width) / widthOf(box);
  const turn = random.between(-0.06, 0.06);
  const [cos, sin] = [Math.cos(turn) / scale, Math.sin(turn) / scale];
  const [atX, atY] = [FRAME.width / 2 + random.between(-30, 30), FRAME.height / 2 + random.between(-20, 20)];
  const [tiltX, tiltY] = [random.between(-2e-4, 2e-4), random.between(-2e-4, 2e-4)];
  return (x, y) => {
    const [dx, dy] = [x - atX, y - atY];
    const depth = 1 + tiltX * dx + tiltY * dy;
    return [centre.x + (cos * dx + sin * dy) / depth, centre.y + (cos * dy - sin * dx) / depth];
  };
}

const plainly =
  (picture: RgbImage): Scene =>
  (u, v) =>
    lightAt(picture, u, v);

/** Two in five fill the frame; of the others rim and wall are seen. */
function onMedium(picture: RgbImage, box: Box, medium: Medium, random: Random): Scene {
  const [centre, width] = [centreOf(box), widthOf(box)];
  const sheet = random.between(0, 1) < 0.4 ? whole(picture) : sheetAround(picture, box, random.between(0.9, 1.5));
  const wall = wallOf(random);
  return (u, v, x, y) => {
    const bent = u + medium.bend * width * Math.sin((Math.PI * (u - centre.x)) / width / 2);
    const beyond = Math.max(sheet.x1 - bent, bent - sheet.x2, sheet.y1 - v, v - sheet.y2);
    if (beyond <= 0) return medium.show(lightAt(picture, bent, v), x, y);
    return beyond < medium.rimWidth * width ? medium.rim : wall(x, y);
  };
}

const centreOf = ({ x1, y1, x2, y2 }: Box) =>
  meanPoint([
    { x: x1, y: y1 },
    { x: x2, y: y2 },
  ]);
const whole = ({ width, height }: RgbImage): Box => ({ x1: 0, y1: 0, x2: width, y2: height });

function sheetAround({ width, height }: RgbImage, box: Box, reach: number): Box {
  const { x, y } = centreOf(box);
  const [across, down] = [reach * widthOf(box), 1.15 * reach * heightOf(box)];
  return {
    x1: Math.max(0, x - across),
    x2: Math.min(width, x + across),
    y1: Math.max(0, y - down),
    y2: Math.min(height, y + down),
  };
}

/** One colour, light from a side, and an edge somewhere. */
function wallOf(random: Random): (x: number, y: number) => Colour {
  const grey = random.between(0.1, 0.6);
  const colour: Colour = [grey, grey * random.between(0.9, 1.05), grey * random.between(0.75, 1.1)];
  const [across, down] = [random.between(-0.4, 0.4), random.between(-0.4, 0.4)];
  const [edge, beyond] = [random.between(0.1, 0.9) * FRAME.width, random.between(0.6, 1.4)];
  return (x, y) => {
    const light = 1 + across * (x / FRAME.width - 0.5) + down * (y / FRAME.height - 0.5);
    return each(colour, (value) => value * light * (x > edge ? beyond : 1));
  };
}
