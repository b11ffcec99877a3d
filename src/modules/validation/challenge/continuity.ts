import { areaOf, distance } from '../../../platform/face/geometry.js';
import { type Sighting } from './sighting.js';

/**
 * How a face before a kiosk moves in the picture, in sizes of the face box (the root of its area, about 15 cm): a head that
 * turns from profile to profile moved by 1 a second, somebody who leans and sways by less.
 */
const PLACE = {
  /** Without any time between: what a detector's box trembles and a head does in a moment. */
  atOnce: 0.3,
  /** A second: 30 cm, beside the line to the camera. */
  speed: 2,
} as const;

/** Likewise the logarithm of the box's size: a step closer is 0.45. */
const SIZE = { atOnce: 0.25, speed: 1.5 } as const;

/** Whether a face is somewhere else, or of another size, sooner than anybody gets there. */
export const faceJumps = (sightings: readonly Sighting[]): boolean =>
  sightings.slice(1).some((sighting, index) => {
    const before = sightings[index];
    return before !== undefined && isJump(before, sighting);
  });

function isJump(before: Sighting, after: Sighting): boolean {
  const seconds = (after.at - before.at) / 1_000;
  const [from, to] = [placeOf(before), placeOf(after)];
  return (
    distance(from, to) > (PLACE.atOnce + PLACE.speed * seconds) * Math.min(from.size, to.size) ||
    Math.abs(Math.log(to.size / from.size)) > SIZE.atOnce + SIZE.speed * seconds
  );
}

function placeOf({ face: { box } }: Sighting): { readonly x: number; readonly y: number; readonly size: number } {
  return { x: (box.x1 + box.x2) / 2, y: (box.y1 + box.y2) / 2, size: Math.sqrt(areaOf(box)) };
}
