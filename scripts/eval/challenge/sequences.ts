import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { OperatorError } from '../../support/operator-error.js';
import { splitMjpeg } from './mjpeg.js';
import { readSidecar, SIDECAR, type Sidecar } from './sidecar.js';

/** One film, or one burst, of something before a camera. */
export interface Sequence {
  /** Path in the folder that was given. */
  readonly name: string;
  /** In the order of time. */
  readonly frames: readonly Uint8Array[];
  readonly sidecar: Sidecar;
}

const PICTURE = /\.(jpe?g|png|webp)$/i;
const FILM = /\.mjpe?g$/i;

/** So that frame 10 comes after frame 9, whether or not somebody wrote 09. */
const byNumber = new Intl.Collator('en', { numeric: true });

/**
 * Where the sequences of a folder lie: each folder with pictures is one, whatever its depth, and each file of
 * concatenated JPEGs.
 * @throws OperatorError when the folder is missing or holds none, or a folder in it holds nothing
 */
export async function sequencePaths(folder: string): Promise<readonly string[]> {
  if (!existsSync(folder) || !(await stat(folder)).isDirectory())
    throw new OperatorError(`The folder of sequences ${folder} is not there.`);
  const found = await pathsIn(folder);
  if (found.length === 0)
    throw new OperatorError(`${folder} holds no sequence: no folder with pictures, and no .mjpeg file.`);
  return found;
}

async function pathsIn(folder: string): Promise<string[]> {
  const paths: string[] = [];
  for (const { name, file, isFolder } of await entriesOf(folder)) {
    if (isFolder) paths.push(...(await inner(file)));
    else if (FILM.test(name)) paths.push(file);
    else if (PICTURE.test(name) && !paths.includes(folder)) paths.push(folder);
  }
  return paths;
}

/** In the order of time where they are frames. A link counts as what it leads to. */
async function entriesOf(folder: string) {
  const names = (await readdir(folder)).toSorted(byNumber.compare);
  return Promise.all(
    names.map(async (name) => {
      const file = path.join(folder, name);
      return { name, file, isFolder: (await stat(file)).isDirectory() };
    }),
  );
}

async function inner(folder: string): Promise<string[]> {
  const paths = await pathsIn(folder);
  if (paths.length === 0) throw new OperatorError(`The sequence ${folder} holds no frames.`);
  return paths;
}

/** @param file one of `sequencePaths(folder)`. @throws OperatorError when it holds no frames or its sidecar is wrong */
export async function readSequence(folder: string, file: string): Promise<Sequence> {
  const isFilm = (await stat(file)).isFile();
  const frames = isFilm ? splitMjpeg(await readFile(file)) : await picturesOf(file);
  if (frames.length === 0) throw new OperatorError(`The sequence ${file} holds no frames.`);
  const sidecar = await readSidecar(isFilm ? `${file}.${SIDECAR}` : path.join(file, SIDECAR), frames.length);
  return { name: path.relative(folder, file) || '.', frames, sidecar };
}

async function picturesOf(folder: string): Promise<readonly Uint8Array[]> {
  const pictures = (await entriesOf(folder)).filter(({ name, isFolder }) => !isFolder && PICTURE.test(name));
  return Promise.all(pictures.map(({ file }) => readFile(file)));
}
