import { alignFace, mirrorFace } from '../../../src/platform/face/align.js';
import { type RgbImage } from '../../../src/platform/face/analyser.js';
import { type FivePoints, type Point } from '../../../src/platform/face/face-engine.js';

/** A face in a picture, and where the embedder wants its five points. */
export interface Subject {
  readonly image: RgbImage;
  readonly five: FivePoints;
  readonly reference: readonly Point[];
  /** Side of the embedder's picture, pixels. */
  readonly size: number;
}

/** What else the embedder could be shown of the same face: interleaved RGB, 0..255, as `alignFace` gives it. */
export const PICTURES = {
  plain: aligned,
  mirrored: (subject) => mirrorFace(aligned(subject)),
  larger: (subject) => moved(subject, 1.06, 0),
  smaller: (subject) => moved(subject, 0.94, 0),
  higher: (subject) => moved(subject, 1, -2),
  lower: (subject) => moved(subject, 1, 2),
  lighter: (subject) => aligned(subject).map((value) => 255 * (value / 255) ** 0.8),
  darker: (subject) => aligned(subject).map((value) => 255 * (value / 255) ** 1.25),
  sharper: (subject) => {
    const picture = aligned(subject);
    const soft = softened(picture, subject.size);
    return picture.map((value, index) => clamp(value + 0.6 * (value - (soft[index] ?? 0))));
  },
  softer: (subject) => softened(aligned(subject), subject.size),
} as const satisfies Record<string, (subject: Subject) => Float32Array>;

export type PictureName = keyof typeof PICTURES;

function aligned({ image, five, reference, size }: Subject): Float32Array {
  return alignFace(image, five, reference, size);
}

/** The face `scale` times as large around the middle of the picture, and `down` pixels lower. */
function moved({ image, five, reference, size }: Subject, scale: number, down: number): Float32Array {
  const place = ({ x, y }: Point): Point => ({
    x: size / 2 + scale * (x - size / 2),
    y: size / 2 + scale * (y - size / 2) + down,
  });
  return alignFace(image, five, reference.map(place), size);
}

/** Each pixel with its eight neighbours, by ½, 1, ½ in each direction. */
function softened(picture: Float32Array, size: number): Float32Array {
  const blend = (values: Float32Array, step: number): Float32Array =>
    values.map(
      (value, index) => (0.5 * (values[index - step] ?? value) + value + 0.5 * (values[index + step] ?? value)) / 2,
    );
  return blend(blend(picture, 3), 3 * size);
}

const clamp = (value: number): number => Math.max(0, Math.min(value, 255));
