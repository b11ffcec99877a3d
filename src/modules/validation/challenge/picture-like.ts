import { planarResidual } from '../../../platform/face/homography.js';
import { solidTurn } from '../../../platform/face/solid-turn.js';
import { type Sighting } from './sighting.js';

/**
 * What a turned head has and a picture of one has not; measured in docs/adr/0043-the-challenge-in-use.md.
 */
const HEAD = {
  /**
   * Eye distances, root mean square over brows, eyes, nose and mouth, against the plane that fits best. Heads turned by an
   * offset of 0.2 or more had 0.039 and more; printed photos, whatever was done to them by hand, 0.028 at most.
   */
  outOfPlane: 0.035,
  /** Of the way of the nose: a sheet that is tilted aslant moves the nose without anything standing out. */
  parallax: 0.7,
  /** A sheet must be turned by 40° and more, and bent, until its nose is where that of a turned head is: cos 39°. */
  width: 0.78,
  /** Likewise in whatever direction; people nod while they turn. */
  squeeze: 0.7,
} as const;

/** Nose offset, eye distances: no sheet gets there, and of a head so far aside half the landmarks are guessed. */
const PROFILE = 0.6;

/** Brows, nose, eyes and mouth: of the outline the landmarks are other points with each turn. */
const FIRST_INNER_LANDMARK = 17;

/** Whether the turn of a face could be that of a sheet with a face on it, flat or bent. */
export function turnsLikeAPicture(turned: Sighting, neutral: Sighting): boolean {
  const [before, after] = [neutral.face, turned.face];
  const [from, to] = [before, after].map(({ landmarks }) => landmarks.slice(FIRST_INNER_LANDMARK));
  const residual = planarResidual(from ?? [], to ?? []);
  if (residual < HEAD.outOfPlane * after.quality.eyeDistance) return true;
  if (Math.abs(after.quality.noseOffset) >= PROFILE) return false;
  const { parallax, width, squeeze } = solidTurn(before.landmarks, after.landmarks);
  const way = after.quality.noseOffset - before.quality.noseOffset;
  return Math.sign(way) * parallax < HEAD.parallax * Math.abs(way) || width < HEAD.width || squeeze < HEAD.squeeze;
}
