import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import sharp, { type Region, type Sharp } from 'sharp';

const samples = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')),
  'demo',
);

/** Places in the sample photos of face-api, framed as a kiosk's camera would: one face, about a third of the width. */
const places = {
  /** The one person who surely is in two photos. */
  genuine: ['sample1.jpg', { left: 1250, top: 90, width: 640, height: 480 }],
  probe: ['sample3.jpg', { left: 850, top: 110, width: 640, height: 480 }],
  other: ['sample3.jpg', { left: 370, top: 230, width: 640, height: 480 }],
  two: ['sample1.jpg', { left: 330, top: 250, width: 800, height: 600 }],
} as const satisfies Record<string, [string, Region]>;

export interface People {
  /** Three pictures of one person, cut from one photo: a burst, not three sittings. */
  readonly genuine: readonly Buffer[];
  /** The same person in another photo. */
  readonly probe: Buffer;
  /** Somebody else. */
  readonly other: Buffer;
  readonly two: Buffer;
  readonly nobody: Buffer;
  readonly blurred: Buffer;
}

const cut = async (place: keyof typeof places, zoom = 1): Promise<Sharp> => {
  const [file, { left, top, width, height }] = places[place];
  const region = {
    left: Math.round(left + (width * (1 - zoom)) / 2),
    top: Math.round(top + (height * (1 - zoom)) / 2),
    width: Math.round(width * zoom),
    height: Math.round(height * zoom),
  };
  return sharp(await readFile(path.join(samples, file)))
    .extract(region)
    .resize(640, 480);
};

export async function people(): Promise<People> {
  const jpeg = async (picture: Sharp | Promise<Sharp>) => (await picture).jpeg({ quality: 92 }).toBuffer();
  const probe = await jpeg(cut('probe'));
  const [genuine, other, two, nobody, blurred] = await Promise.all([
    Promise.all(
      [cut('genuine'), cut('genuine', 0.96), cut('genuine').then((photo) => photo.modulate({ brightness: 1.1 }))].map(
        jpeg,
      ),
    ),
    jpeg(cut('other')),
    jpeg(cut('two')),
    jpeg(
      sharp({
        create: {
          width: 640,
          height: 480,
          channels: 3,
          background: 'grey',
          noise: { type: 'gaussian', mean: 120, sigma: 20 },
        },
      }),
    ),
    jpeg(sharp(probe).blur(5)),
  ]);
  return { genuine, probe, other, two, nobody, blurred };
}
