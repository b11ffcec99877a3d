import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chooseFace } from '../../../../src/platform/face/choose-face.js';
import { type FaceEngine } from '../../../../src/platform/face/face-engine.js';
import { meanPoint } from '../../../../src/platform/face/geometry.js';
import { OperatorError } from '../../../support/operator-error.js';
import { openEngine } from '../../engine.js';
import { splitMjpeg } from '../mjpeg.js';
import { readSequence, sequencePaths } from '../sequences.js';
import { SIDECAR } from '../sidecar.js';
import { honestFilms, type MadeSequence, tamperedFilms } from './film-sequences.js';
import { photoAttack, photoAttacks } from './photo-attacks.js';
import { readRaster, toJpeg } from './raster.js';
import { hold, type Photo } from './sheet.js';

/** Nose offset, eye distances: further aside a face is no good photograph to hold before a camera. */
const STRAIGHT = 0.08;

/**
 * `eval sequences --photos DIR --film FILE --out DIR [--people N]`: sequences to measure the challenge on, out of
 * photographs of people and of a film of a head that turns. They show faces: they are for measuring, not for keeping.
 */
export async function sequencesCommand(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      photos: { type: 'string' },
      film: { type: 'string' },
      out: { type: 'string' },
      people: { type: 'string', default: '10' },
    },
  });
  const { photos: folder, film: file, out } = values;
  if (folder === undefined || file === undefined || out === undefined)
    throw new OperatorError('--photos, --film and --out are needed.');
  const film = splitMjpeg(await readFile(file));
  const photos = await photosIn(folder, Number(values.people));
  const [other] = photos;
  if (film.length === 0 || other === undefined)
    throw new OperatorError('The film is empty, or no photo shows a straight face.');
  await write(path.join(out, 'live'), await honestFilms(film));
  await write(path.join(out, 'attack'), await tamperedFilms(film, await swaying(other, film.length)));
  for (const [index, photo] of photos.entries())
    for (const attack of photoAttacks)
      await write(path.join(out, 'attack'), [
        { name: `photo-${index + 1}-${attack}`, frames: await photoAttack(photo, attack) },
      ]);
}

/** Held in the middle, in a hand that is not quite still. */
const swaying = (photo: Photo, frames: number): Promise<Buffer[]> =>
  Promise.all(
    Array.from({ length: frames }, (_, index) => toJpeg(hold(photo, { x: Math.sin(index) / 20, roll: index % 3 }))),
  );

/** Of people all over the folder, one a folder, the first `people` whose photo shows one straight face. */
async function photosIn(folder: string, people: number): Promise<Photo[]> {
  const paths = await sequencePaths(folder);
  const step = Math.max(1, Math.floor(paths.length / (2 * people)));
  const photos: Photo[] = [];
  const engine = await openEngine('onnx', 1);
  try {
    for (const [index, file] of paths.entries()) {
      if (index % step !== 0 || photos.length >= people) continue;
      const photo = await photoOf(engine, (await readSequence(folder, file)).frames[0] ?? new Uint8Array());
      if (photo !== undefined) photos.push(photo);
    }
  } finally {
    await engine.close();
  }
  return photos;
}

async function photoOf(engine: FaceEngine, picture: Uint8Array): Promise<Photo | undefined> {
  const chosen = chooseFace(await engine.analyse(picture, {}));
  if (!('face' in chosen) || Math.abs(chosen.face.quality.noseOffset) > STRAIGHT) return undefined;
  const { five, quality } = chosen.face;
  const [left, right] = five;
  return { ...(await readRaster(picture)), eyes: meanPoint([left, right]), eyeDistance: quality.eyeDistance };
}

async function write(folder: string, sequences: readonly MadeSequence[]): Promise<void> {
  for (const { name, frames, sidecar } of sequences) {
    const dir = path.join(folder, name);
    await mkdir(dir, { recursive: true });
    const files = frames.map((frame, index) =>
      writeFile(path.join(dir, `${String(index + 1).padStart(4, '0')}.jpg`), frame),
    );
    await Promise.all(files);
    if (sidecar !== undefined) await writeFile(path.join(dir, SIDECAR), JSON.stringify(sidecar));
  }
}
