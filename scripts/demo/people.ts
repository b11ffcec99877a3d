import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import sharp, { type Region, type Sharp } from 'sharp';

const samples = path.join(
  path.dirname(createRequire(import.meta.url).resolve('@vladmandic/face-api/package.json')),
  'demo',
);

/** Pixels of the cut picture. */
export interface FaceBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Picture {
  readonly jpeg: Buffer;
  /** Where the faces are, as far as we know: the API tells no boxes. */
  readonly faces: readonly FaceBox[];
}

interface Place {
  readonly file: string;
  readonly region: Region;
  /** In pixels of the photo; found by the onnx face engine; geometry only. */
  readonly faces: readonly FaceBox[];
}

const WIDTH = 640;
const HEIGHT = 480;

/** Places in the sample photos of face-api, framed as a kiosk's camera would: one face, about a third of the width. */
const places = {
  /** Surely the same person as `probe`, in another photo, lit from the side by a blue lamp: no light for a checkpoint. */
  genuine: {
    file: 'sample3.jpg',
    region: { left: 850, top: 110, width: 640, height: 480 },
    faces: [{ left: 1079, top: 194, width: 223, height: 309 }],
  },
  probe: {
    file: 'sample1.jpg',
    region: { left: 1250, top: 90, width: 640, height: 480 },
    faces: [{ left: 1460, top: 218, width: 220, height: 213 }],
  },
  other: {
    file: 'sample3.jpg',
    region: { left: 370, top: 230, width: 640, height: 480 },
    faces: [{ left: 587, top: 327, width: 205, height: 281 }],
  },
  two: {
    file: 'sample1.jpg',
    region: { left: 330, top: 250, width: 800, height: 600 },
    faces: [
      { left: 416, top: 358, width: 185, height: 235 },
      { left: 829, top: 429, width: 202, height: 221 },
    ],
  },
} as const satisfies Record<string, Place>;

export interface People {
  /** Three pictures of one person, cut from one photo: a burst, not three sittings. */
  readonly genuine: readonly Picture[];
  /** The same person in another photo. */
  readonly probe: Picture;
  readonly other: Picture;
  readonly two: Picture;
  readonly nobody: Picture;
  readonly blurred: Picture;
}

/** Made anew each time from the package's photos; nothing is kept. */
export async function people(): Promise<People> {
  const probe = await cut(places.probe);
  const [genuine, other, two, nobody, blurred] = await Promise.all([
    Promise.all([
      cut(places.genuine),
      cut(places.genuine, 0.96),
      cut(places.genuine, 1, (photo) => photo.modulate({ brightness: 1.1 })),
    ]),
    cut(places.other),
    cut(places.two),
    emptyRoom(),
    sharp(probe.jpeg).blur(5).jpeg({ quality: 92 }).toBuffer(),
  ]);
  return { genuine, probe, other, two, nobody, blurred: { jpeg: blurred, faces: probe.faces } };
}

/** @param zoom part of the region that is kept, from its middle */
async function cut({ file, region, faces }: Place, zoom = 1, change = (photo: Sharp) => photo): Promise<Picture> {
  const width = Math.round(region.width * zoom);
  const height = Math.round(region.height * zoom);
  const left = region.left + Math.round((region.width - width) / 2);
  const top = region.top + Math.round((region.height - height) / 2);
  const photo = sharp(await readFile(path.join(samples, file)))
    .extract({ left, top, width, height })
    .resize(WIDTH, HEIGHT);
  const scale = WIDTH / width;
  return {
    jpeg: await change(photo).jpeg({ quality: 92 }).toBuffer(),
    faces: faces.map((face) => ({
      left: Math.round((face.left - left) * scale),
      top: Math.round((face.top - top) * scale),
      width: Math.round(face.width * scale),
      height: Math.round(face.height * scale),
    })),
  };
}

async function emptyRoom(): Promise<Picture> {
  const noise = { type: 'gaussian', mean: 120, sigma: 20 } as const;
  const room = sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: 'grey', noise } });
  return { jpeg: await room.jpeg({ quality: 92 }).toBuffer(), faces: [] };
}
