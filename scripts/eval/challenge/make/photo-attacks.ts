import { type Raster, toJpeg, withNoise } from './raster.js';
import { hold, type Photo, type SheetPose } from './sheet.js';

/** Of one attack. */
const FRAMES = 12;
/** Grey levels. */
const NOISE = 3;

/** How a photograph is held while it is shown; `swing` goes from 0 to 1, back, to −1 and back to 0, `part` from 0 to 1. */
const MOTIONS: Readonly<Record<string, (swing: number, part: number) => SheetPose>> = {
  still: () => ({}),
  moved: (swing) => ({ x: 1.2 * swing, y: 0.3 * swing }),
  zoomed: (_, part) => ({ zoom: 1 + 0.7 * part }),
  rolled: (swing) => ({ roll: 25 * swing }),
  'turned-30': (swing) => ({ turn: 30 * swing }),
  'turned-50': (swing) => ({ turn: 50 * swing }),
  nodded: (swing) => ({ turn: 50 * swing, about: 0 }),
  'tilted-aslant': (swing) => ({ turn: 50 * swing, about: 45 }),
  'tilted-aslant-other': (swing) => ({ turn: 50 * swing, about: 135 }),
  bent: (swing) => ({ bend: 0.3 * swing }),
  'bent-aslant': (swing) => ({ bend: 0.3 * swing, along: 45 }),
  'bent-and-turned-40': (swing) => ({ bend: 0.3 * Math.abs(swing), turn: 40 * swing }),
  'bent-and-turned-55': (swing) => ({ bend: 0.3 * Math.abs(swing), turn: 55 * swing }),
  'bent-inwards-and-turned': (swing) => ({ bend: -0.3 * Math.abs(swing), turn: 50 * swing }),
  'bent-and-tilted-aslant': (swing) => ({ bend: 0.3 * Math.abs(swing), turn: 50 * swing, about: 135, along: 45 }),
  'bent-tilted-and-moved': (swing) => ({ bend: 0.2 * swing, turn: 45 * swing, about: 60, x: swing, zoom: 1.1 }),
};

export const photoAttacks = Object.keys(MOTIONS);

/** A photograph in somebody's hand, before a camera with a little noise. */
export function photoAttack(photo: Photo, attack: string): Promise<Buffer[]> {
  const motion = MOTIONS[attack];
  if (motion === undefined) throw new RangeError(`Nobody knows how to show a photograph ${attack}.`);
  const shown = Array.from({ length: FRAMES }, (_, index): Raster => {
    const part = index / (FRAMES - 1);
    return withNoise(hold(photo, motion(Math.sin(2 * Math.PI * part), part)), NOISE, index);
  });
  return Promise.all(shown.map(toJpeg));
}
