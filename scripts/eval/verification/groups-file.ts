import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { OperatorError } from '../../support/operator-error.js';
import { type LabelledSet } from './labelled-set.js';

/** The positions of the images of each group, by its name. An image may be in several. */
export type Groups = ReadonlyMap<string, ReadonlySet<number>>;

const text = z.string().min(1, 'is empty');
const rows = z.array(
  z.union([z.object({ person: text, group: text }), z.object({ image: text, group: text })], {
    error: 'needs the columns group and either image or person',
  }),
);

/** @param folder what the images of the file are relative to. @throws OperatorError naming the file and what is wrong with it */
export async function readGroups(file: string, folder: string, set: LabelledSet): Promise<Groups> {
  const content = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new OperatorError(`The list of groups ${file} can't be read.`, { cause });
  });
  try {
    return parseGroups(content, folder, set);
  } catch (error) {
    throw new OperatorError(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/**
 * CSV with a header: `person,group`, where a person is the name of a folder, or `image,group`. Images that are not in the set
 * are passed over: a school's list may be of more than was measured.
 * @throws Error when it is no such list, or when none of it is in the set
 */
export function parseGroups(content: string, folder: string, { images }: LabelledSet): Groups {
  const parsed = rows.safeParse(parse(content, { bom: true, trim: true, skip_empty_lines: true, columns: true }));
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  const positions = positionsByName(images);
  const groups = new Map<string, Set<number>>();
  for (const row of parsed.data) {
    const name = 'image' in row ? path.resolve(folder, row.image) : row.person;
    for (const position of positions.get(name) ?? []) {
      groups.set(row.group, (groups.get(row.group) ?? new Set()).add(position));
    }
  }
  if (groups.size === 0) throw new Error('none of its images or people is in the set');
  return groups;
}

/** Under the file itself, and under the name of its folder. */
function positionsByName(images: LabelledSet['images']): Map<string, number[]> {
  const positions = new Map<string, number[]>();
  const add = (name: string, position: number): void => {
    positions.set(name, [...(positions.get(name) ?? []), position]);
  };
  images.forEach(({ file }, position) => {
    add(path.resolve(file), position);
    add(path.basename(path.dirname(file)), position);
  });
  return positions;
}
