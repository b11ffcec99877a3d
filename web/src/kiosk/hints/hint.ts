import { type ValidationReason } from '../graphql/graphql';
import { type Reading } from './reading';

/** What is wrong before a picture is taken, by the server's codes: staff read the same of a picture that was taken all the same. */
export type Hint = Extract<
  ValidationReason,
  'NO_FACE' | 'SEVERAL_FACES' | 'TOO_SMALL' | 'TOO_CLOSE' | 'CUT_OFF' | 'TOO_DARK' | 'TOO_BRIGHT' | 'BLURRED'
>;

/**
 * Width of a face as the detector draws it, in widths of the picture. Measured on the sample photos: 0.41 for a face of a third,
 * 0.22 for one of a sixth, and hardly ever less.
 */
const WIDTH = { least: 0.26, most: 0.52 };
/** From the middle of the picture. */
const ASIDE = { x: 0.2, y: 0.26 };
/** Mean of the detector's box, with some of what is around the face: the server takes faces that have 38 of it. */
const LIGHT = { least: 35, most: 235 };
const SHARPNESS = 12;

/** The most urgent one: a higher one hides the others. Undefined when a picture can be taken. */
export function hintOf({ faces, face, light, sharpness }: Reading): Hint | undefined {
  // The detector sees nobody in a picture that is all white or all black.
  if (faces === 0 || face === undefined) return lightHintOf(light) ?? 'NO_FACE';
  if (faces > 1) return 'SEVERAL_FACES';
  return placeHintOf(face) ?? lightHintOf(light) ?? (sharpness < SHARPNESS ? 'BLURRED' : undefined);
}

function placeHintOf({ x, y, width }: NonNullable<Reading['face']>): Hint | undefined {
  if (width < WIDTH.least) return 'TOO_SMALL';
  if (width > WIDTH.most) return 'TOO_CLOSE';
  return Math.abs(x - 0.5) > ASIDE.x || Math.abs(y - 0.5) > ASIDE.y ? 'CUT_OFF' : undefined;
}

function lightHintOf(light: number): Hint | undefined {
  if (light < LIGHT.least) return 'TOO_DARK';
  return light > LIGHT.most ? 'TOO_BRIGHT' : undefined;
}

/** Milliseconds for which a hint stays, so that it can be read. */
const STABLE = 700;

/** Lets a hint stand for a while, however fast the readings change. */
export class SteadyHint {
  private shown: { readonly hint: Hint | undefined; readonly since: number } = { hint: undefined, since: -Infinity };

  /** @param now milliseconds */
  next(hint: Hint | undefined, now: number): Hint | undefined {
    if (hint !== this.shown.hint && now - this.shown.since >= STABLE) this.shown = { hint, since: now };
    return this.shown.hint;
  }
}
