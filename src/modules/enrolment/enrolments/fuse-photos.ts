import { compareEmbeddings, templateOf } from '../../../platform/face/fuse.js';
import { type FrameFinding } from '../../../platform/face/examine-frames.js';
import { EnrolmentReason, PhotoReason } from './enrolment.type.js';

export type FusedPhotos =
  | { readonly embedding: Float32Array }
  | { readonly reason: EnrolmentReason; readonly photoReasons: readonly PhotoReason[] };

/**
 * One embedding of all photos, or why not: a template is made only of photos that are all usable and all of one person.
 * @param threshold comparison score from which two photos count as one person
 */
export function fusePhotos(findings: readonly FrameFinding[], threshold: number): FusedPhotos {
  const photoReasons = findings.map((finding) => (finding.usable ? PhotoReason.OK : PhotoReason[finding.reason]));
  const photos = findings.flatMap((finding) =>
    finding.usable ? [{ embedding: finding.embedding, mirrored: finding.face.mirrored }] : [],
  );
  const embeddings = photos.map(({ embedding }) => embedding);
  if (embeddings.length === 0 || embeddings.length < findings.length) {
    return { reason: EnrolmentReason.PHOTOS_NOT_USABLE, photoReasons };
  }
  const onePerson = embeddings.every((a, index) =>
    embeddings.slice(index + 1).every((b) => compareEmbeddings(a, b) >= threshold),
  );
  if (!onePerson) return { reason: EnrolmentReason.DIFFERENT_PEOPLE, photoReasons };
  return { embedding: templateOf(photos) };
}
