import { compareEmbeddings } from '../../../platform/face/fuse.js';
import { distance } from '../../../platform/face/geometry.js';
import { type Sighting } from './sighting.js';

/** Eye distances: no point of a living face stays where it was to a three-hundredth of that, and no sensor is free of noise. */
const STILL = 0.003;
const SAME_PICTURE = 0.999;

/** Whether one file was sent twice. */
export const isOneFileTwice = (files: readonly Uint8Array[]): boolean =>
  files.some((file, index) => files.slice(index + 1).some((other) => Buffer.compare(file, other) === 0));

/** Whether two frames are one picture that was only packed anew. */
export const isOnePictureTwice = (sightings: readonly Sighting[]): boolean =>
  sightings.some((sighting, index) => sightings.slice(index + 1).some((other) => isSame(sighting, other)));

function isSame(a: Sighting, b: Sighting): boolean {
  if (compareEmbeddings(a.embedding, b.embedding) < SAME_PICTURE) return false;
  const limit = STILL * a.face.quality.eyeDistance;
  return a.face.landmarks.every(
    (point, index) => distance(point, b.face.landmarks[index] ?? { x: NaN, y: NaN }) <= limit,
  );
}
