import { readFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';

/** As the project's files are formatted. */
export const pretty = async (text: string, file: string): Promise<string> =>
  format(text, { ...(await resolveConfig(file)), filepath: file });

/** A page as it must be: its own words, with what is made between its marks. @throws Error when it has no such place */
export async function markedPage(file: string, [begin, end]: readonly [string, string], made: string): Promise<string> {
  const [before, rest] = (await readFile(file, 'utf8')).split(begin);
  const [, after] = rest?.split(end) ?? [];
  if (before === undefined || after === undefined) throw new Error(`${file} has no place for what is made.`);
  return pretty(`${before}${begin}\n\n${made}\n\n${end}${after}`, file);
}
