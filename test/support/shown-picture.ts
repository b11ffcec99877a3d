import { decodeFrame } from '../../src/platform/face/decode.js';
import { sharp } from '../../src/platform/face/image-library.js';
import { people, type Picture } from '../../scripts/demo/people.js';
import { Random } from '../../scripts/support/random.js';
import { recapture } from '../../scripts/eval/simulate/recapture.js';

/** One of the simulated screens that the passive network recognises; every third or so it does not. */
const SCREEN = 1;

const LIMITS = { maxBytes: 6_000_000, maxPixels: 25_000_000 };

/** The person whom `genuine` enrols, on a screen that is held to the camera: a simulation, since no film of it may lie in the project. */
export async function holdScreen(): Promise<Buffer> {
  const { probe } = await people();
  const { data, ...size } = recapture(
    await decodeFrame(probe.jpeg, LIMITS),
    boxOf(probe),
    'screen',
    new Random(SCREEN),
  );
  return sharp(data, { raw: { ...size, channels: 3 } })
    .jpeg()
    .toBuffer();
}

function boxOf({ faces: [face] }: Picture) {
  if (face === undefined) throw new Error('The picture was to have a face.');
  const { left, top, width, height } = face;
  return { x1: left, y1: top, x2: left + width, y2: top + height };
}
