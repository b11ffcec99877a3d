import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { OperatorError } from '../../support/operator-error.js';

/** What is shown to the camera once: one picture, or the frames of one folder. */
export interface Presentation {
  /** The sub-folder that it lies in: a person, or a species of attack. */
  readonly group: string;
  /** In the order of their names. */
  readonly files: readonly string[];
}

const IMAGE = /\.(jpe?g|png|webp)$/i;

/**
 * The images of a folder and of the folders in it.
 * @param together the frames of one folder are one presentation; else each image is
 * @throws OperatorError when the folder is not there or holds no image
 */
export async function presentationsIn(folder: string, together: boolean): Promise<Presentation[]> {
  const files = await imagesIn(folder);
  if (files.length === 0) throw new OperatorError(`There are no images (jpg, png, webp) in ${folder}.`);
  const shown = together ? [...Map.groupBy(files, (file) => path.dirname(file)).values()] : files.map((file) => [file]);
  return shown.map((frames) => ({ group: groupOf(folder, frames[0] ?? folder), files: frames }));
}

async function imagesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {
    throw new OperatorError(`The folder ${folder} can't be read.`);
  });
  return entries
    .filter((entry) => entry.isFile() && IMAGE.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** The first folder below, or the name of the folder itself for what lies in it directly. */
function groupOf(folder: string, file: string): string {
  const [first = '', ...below] = path.relative(folder, file).split(path.sep);
  return below.length > 0 ? first : path.basename(path.resolve(folder));
}
