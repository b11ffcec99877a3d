import { type FaceAnalysis, type FaceQuality } from '../../../src/platform/face/face-engine.js';
import { widthOf } from '../../../src/platform/face/geometry.js';
import { sharp } from '../../../src/platform/face/image-library.js';

/** How a picture is made worse, as a camera, a hall or a scarf would. */
export interface Condition {
  readonly name: string;
  /** @param face where it is in the picture; @returns a file that exists in memory only */
  readonly applyTo: (picture: Uint8Array, face: FaceAnalysis) => Promise<Uint8Array>;
}

/** Pixels between the eyes; the product asks for 24. */
const SMALL = 26;

const png = { compressionLevel: 1 } as const;
const cover = { r: 90, g: 100, b: 120 };

export const CONDITIONS: readonly Condition[] = [
  {
    name: 'blurred: σ 3 % of the eye distance',
    applyTo: (picture, { quality }) =>
      sharp(picture)
        .blur(0.03 * quality.eyeDistance)
        .png(png)
        .toBuffer(),
  },
  {
    name: 'blurred: σ 5 % of the eye distance',
    applyTo: (picture, { quality }) =>
      sharp(picture)
        .blur(0.05 * quality.eyeDistance)
        .png(png)
        .toBuffer(),
  },
  {
    name: 'dark: a third of the light',
    applyTo: (picture) =>
      sharp(picture)
        .linear(1 / 3, 0)
        .png(png)
        .toBuffer(),
  },
  { name: 'JPEG of quality 30', applyTo: (picture) => sharp(picture).jpeg({ quality: 30 }).toBuffer() },
  { name: `small: eyes ${SMALL} pixels apart`, applyTo: shrunk },
  { name: 'covered from the nose down', applyTo: (picture, face) => covered(picture, lowerHalf(face)) },
  { name: 'covered on one side', applyTo: (picture, face) => covered(picture, oneSide(face)) },
];

async function shrunk(picture: Uint8Array, { quality }: FaceAnalysis): Promise<Uint8Array> {
  const { width } = await sharp(picture).metadata();
  return sharp(picture)
    .resize({ width: Math.round((width * SMALL) / quality.eyeDistance) })
    .png(png)
    .toBuffer();
}

/** Pixels of the picture; may reach beyond it. */
export interface Patch {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** From the tip of the nose to below the chin, a little wider than the face. */
export function lowerHalf({ box, five: [, , nose] }: FaceAnalysis): Patch {
  const margin = widthOf(box) / 10;
  return { left: box.x1 - margin, top: nose.y, right: box.x2 + margin, bottom: box.y2 + margin };
}

/** Everything left of the nose. */
export function oneSide({ box, five: [, , nose] }: FaceAnalysis): Patch {
  const margin = widthOf(box) / 10;
  return { left: box.x1 - margin, top: box.y1 - margin, right: nose.x, bottom: box.y2 + margin };
}

async function covered(picture: Uint8Array, patch: Patch): Promise<Uint8Array> {
  const { width, height } = await sharp(picture).metadata();
  const left = Math.round(Math.max(0, patch.left));
  const top = Math.round(Math.max(0, patch.top));
  const size = {
    width: Math.max(1, Math.round(Math.min(width, patch.right)) - left),
    height: Math.max(1, Math.round(Math.min(height, patch.bottom)) - top),
  };
  const input = { create: { ...size, channels: 3 as const, background: cover } };
  return sharp(picture).composite([{ input, left, top }]).removeAlpha().png(png).toBuffer();
}

/** What of a picture's quality the errors are told apart by: higher is better. */
export const QUALITIES: Readonly<Record<string, (quality: FaceQuality) => number>> = {
  sharpness: ({ sharpness, contrast }) => sharpness / contrast,
  size: ({ eyeDistance }) => eyeDistance,
  light: ({ brightness }) => brightness,
  'looking straight': ({ noseOffset }) => -Math.abs(noseOffset),
};
