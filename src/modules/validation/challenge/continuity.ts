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

/** Likewise the nose's offset between the eyes: of a head that was asked to turn 2.4 a second, about 190°. */
const TURN = { atOnce: 0.25, speed: 3.5 } as const;

/** Whether a head is turned otherwise sooner than any neck turns it. */
export const headFlicks = (sightings: readonly Sighting[]): boolean =>
  eachNext(sightings, (before, after) => {
    const way = after.face.quality.noseOffset - before.face.quality.noseOffset;
    return Math.abs(way) > TURN.atOnce + TURN.speed * secondsBetween(before, after);
  });

/** Whether a face is somewhere else, or of another size, sooner than anybody gets there. */
export const faceJumps = (sightings: readonly Sighting[]): boolean => eachNext(sightings, isJump);

function eachNext(sightings: readonly Sighting[], isWrong: (before: Sighting, after: Sighting) => boolean): boolean {
  return sightings.slice(1).some((sighting, index) => {
    const before = sightings[index];
    return before !== undefined && isWrong(before, sighting);
  });
}

const secondsBetween = (before: Sighting, after: Sighting): number => (after.at - before.at) / 1_000;

function isJump(before: Sighting, after: Sighting): boolean {
  const seconds = secondsBetween(before, after);
  const [from, to] = [placeOf(before), placeOf(after)];
  return (
    distance(from, to) > (PLACE.atOnce + PLACE.speed * seconds) * Math.min(from.size, to.size) ||
    Math.abs(Math.log(to.size / from.size)) > SIZE.atOnce + SIZE.speed * seconds
  );
}

function placeOf({ face: { box } }: Sighting): { readonly x: number; readonly y: number; readonly size: number } {
  return { x: (box.x1 + box.x2) / 2, y: (box.y1 + box.y2) / 2, size: Math.sqrt(areaOf(box)) };
}
