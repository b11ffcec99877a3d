import { type Reading } from './reading';

/** What to do before a picture is taken; a higher one hides the others. */
export type Hint = 'NO_FACE' | 'ONE_ONLY' | 'CLOSER' | 'FURTHER' | 'CENTRE' | 'LIGHT' | 'STILL';

/** Width of a face as the detector draws it, in widths of the picture: the guide is about a third. */
const WIDTH = { least: 0.17, most: 0.52 };
/** From the middle of the picture. */
const ASIDE = { x: 0.2, y: 0.26 };
const LIGHT = { least: 45, most: 235 };
const SHARPNESS = 12;

/** The most urgent hint; undefined when a picture can be taken. */
export function hintOf({ faces, face, light, sharpness }: Reading): Hint | undefined {
  if (faces === 0 || face === undefined) return 'NO_FACE';
  if (faces > 1) return 'ONE_ONLY';
  if (face.width < WIDTH.least) return 'CLOSER';
  if (face.width > WIDTH.most) return 'FURTHER';
  if (Math.abs(face.x - 0.5) > ASIDE.x || Math.abs(face.y - 0.5) > ASIDE.y) return 'CENTRE';
  if (light < LIGHT.least || light > LIGHT.most) return 'LIGHT';
  return sharpness < SHARPNESS ? 'STILL' : undefined;
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
