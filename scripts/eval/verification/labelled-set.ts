import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '../../support/operator-error.js';
import { type ListedPair, readPairsFile } from './pairs-file.js';

/** A pair of a labelled set; `a` and `b` are positions in its images. */
export interface LabelledPair {
  readonly fold: number;
  readonly same: boolean;
  readonly a: number;
  readonly b: number;
}

/** Images with who is on them, and the pairs of the list. */
export interface LabelledSet {
  /** Those of one identity next to each other. */
  readonly images: readonly { readonly file: string; readonly identity: number }[];
  readonly identities: number;
  readonly pairs: readonly LabelledPair[];
  /** Pairs whose label says otherwise than the folders of their images. */
  readonly labelConflicts: number;
}

const EXTENSIONS = ['', '.jpg', '.jpeg', '.png', '.webp'] as const;

/** @throws OperatorError naming what is missing or wrong */
export const readLabelledSet = async (pairsFile: string, folder: string): Promise<LabelledSet> =>
  labelledSet(await readPairsFile(pairsFile), folder);

/**
 * Finds every image of the list, once each. Who is on an image is told by the name of its folder.
 * @param folder what the paths of the list are relative to; an extension may be left out
 * @throws OperatorError with the first missing file and how many are missing
 */
export function labelledSet(listed: readonly ListedPair[], folder: string): LabelledSet {
  const fileOf = filesOf(listed, folder);
  const positions = new Map([...new Set(fileOf.values())].toSorted(byIdentity).map((file, index) => [file, index]));
  const files = [...positions.keys()];
  const identities = new Map([...new Set(files.map(identityOf))].map((name, index) => [name, index]));
  const images = files.map((file) => ({ file, identity: valueOf(identities, identityOf(file)) }));
  const position = (listedAs: string): number => valueOf(positions, valueOf(fileOf, listedAs));
  const pairs = listed.map(({ fold, same, a, b }) => ({ fold, same, a: position(a), b: position(b) }));
  const labelConflicts = pairs.filter(
    ({ same, a, b }) => same !== (images[a]?.identity === images[b]?.identity),
  ).length;
  return { images, identities: identities.size, pairs, labelConflicts };
}

const identityOf = (file: string): string => path.basename(path.dirname(file));

const byIdentity = (a: string, b: string): number =>
  Number(identityOf(a) > identityOf(b)) - Number(identityOf(a) < identityOf(b)) || Number(a > b) - Number(a < b);

/** From each path as listed to the file that it means. */
function filesOf(listed: readonly ListedPair[], folder: string): Map<string, string> {
  if (!existsSync(folder)) throw new OperatorError(`The folder of images ${folder} is not there.`);
  const paths = [...new Set(listed.flatMap(({ a, b }) => [a, b]))];
  const found = paths.map((listedAs) => [listedAs, locate(path.resolve(folder, listedAs))] as const);
  const missing = found.filter(([, file]) => file === undefined);
  if (missing[0] !== undefined) {
    throw new OperatorError(
      `${missing.length} of the ${paths.length} images in the list are not in ${folder}; the first is ${missing[0][0]}.`,
    );
  }
  const files = found.flatMap(([listedAs, file]) => (file === undefined ? [] : [[listedAs, file] as const]));
  const loose = files.find(([, file]) => path.dirname(file) === path.resolve(folder));
  if (loose !== undefined) throw new OperatorError(`${loose[0]} lies in no folder named after its person.`);
  return new Map(files);
}

const locate = (file: string): string | undefined =>
  EXTENSIONS.map((extension) => file + extension).find((candidate) =>
    statSync(candidate, { throwIfNoEntry: false })?.isFile(),
  );

function valueOf<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`${String(key)} is not in the map that was made of it`);
  return value;
}
