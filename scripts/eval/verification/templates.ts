import { type FaceAnalysis } from '../../../src/platform/face/face-engine.js';
import { type Photo, templateOf } from '../../../src/platform/face/fuse.js';
import { type EmbeddingRows } from './all-pairs.js';
import { type Trial } from './comparisons.js';
import { rowsFrom } from './embedding-rows.js';
import { type LabelledSet } from './labelled-set.js';

/** Positions in the images of a set. */
export interface Enrolment {
  readonly identity: number;
  readonly photos: readonly number[];
}

export interface EnrolmentSplit {
  readonly enrolments: readonly Enrolment[];
  /** All images that are in no template, those of people without one among them: to them every template is a stranger's. */
  readonly probes: readonly number[];
}

/** The first `photos` images of everyone with more than that make a template, in the order of the files; the rest are probes. */
export function splitByEnrolment(images: LabelledSet['images'], photos: number): EnrolmentSplit {
  const enrolments = byIdentity(images).flatMap(({ identity, positions }) =>
    positions.length > photos ? [{ identity, photos: positions.slice(0, photos) }] : [],
  );
  const enrolled = new Set(enrolments.flatMap((enrolment) => enrolment.photos));
  return { enrolments, probes: images.flatMap((_, position) => (enrolled.has(position) ? [] : [position])) };
}

/**
 * Templates of `photos` images as many as there are images: each image with those that follow it, around and around. They share
 * photos, so they are no trials of their own, but no choice among them has to be made.
 */
export function everyEnrolment(images: LabelledSet['images'], photos: number): Enrolment[] {
  return byIdentity(images).flatMap(({ identity, positions }) =>
    positions.length < photos
      ? []
      : positions
          .slice(0, positions.length === photos ? 1 : undefined)
          .map((_, first) => ({ identity, photos: [...positions, ...positions].slice(first, first + photos) })),
  );
}

/** An analysis as what a template is made of; undefined where there is none or it has no embedding. */
export const asPhoto = (face: FaceAnalysis | undefined): Photo | undefined =>
  face?.embedding && { embedding: face.embedding, mirrored: face.mirrored };

/** @param photos of each image of the set; undefined where there is no face: such a template is made of the others, if any */
export function templateRows(enrolments: readonly Enrolment[], photos: readonly (Photo | undefined)[]): EmbeddingRows {
  return rowsFrom(
    enrolments.map(({ identity, photos: positions }) => {
      const there = positions.flatMap((position) => photos[position] ?? []);
      return { identity, embedding: there.length === 0 ? undefined : templateOf(there) };
    }),
  );
}

/**
 * Templates of the first `photos` images of everyone with more, and all other images as probes; of both only those that are asked for.
 * @param faces of each image of the set: with their mirror pictures where they are in a template
 */
export function trialOf(
  set: LabelledSet,
  photos: number,
  faces: readonly (FaceAnalysis | undefined)[],
  { enrolled = () => true, probed = () => true }: Selection = {},
): Trial {
  const { enrolments, probes } = splitByEnrolment(set.images, photos);
  return {
    templates: templateRows(
      enrolments.filter(({ identity }) => enrolled(identity)),
      faces.map(asPhoto),
    ),
    probes: rowsFrom(
      probes
        .filter(probed)
        .map((at) => ({ identity: set.images[at]?.identity ?? -1, embedding: faces[at]?.embedding })),
    ),
  };
}

export interface Selection {
  readonly enrolled?: (identity: number) => boolean;
  /** By position in the images of the set. */
  readonly probed?: (position: number) => boolean;
}

function byIdentity(images: LabelledSet['images']): { identity: number; positions: number[] }[] {
  const positions = new Map<number, number[]>();
  images.forEach(({ identity }, position) => {
    positions.set(identity, [...(positions.get(identity) ?? []), position]);
  });
  return [...positions].map(([identity, list]) => ({ identity, positions: list }));
}
