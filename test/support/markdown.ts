import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fromRoot } from '../../src/config/paths.js';

export interface MarkdownPage {
  /** From the project's folder. */
  readonly name: string;
  readonly text: string;
}

/** All that people read. */
export async function markdownPages(): Promise<MarkdownPage[]> {
  const below = await readdir(fromRoot('docs'), { recursive: true });
  const top = ['README.md', 'README.es.md', 'CONTRIBUTING.md', 'CHANGELOG.md'];
  const names = [...top, ...below.filter((name) => name.endsWith('.md')).map((name) => path.join('docs', name))];
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(fromRoot(name), 'utf8') })));
}

/** Targets of links and pictures that are files here, as they are written. */
export const linksOf = ({ text }: MarkdownPage): string[] =>
  [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target));

/** What GitHub calls the headings of a page. */
export function anchorsOf(text: string): Set<string> {
  const seen = new Map<string, number>();
  return new Set(
    [...withoutBlocks(text).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => {
      const plain = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
      const slug = plain.replaceAll(/[^\p{L}\p{N}\s_-]/gu, '').replaceAll(/\s/g, '-');
      const before = seen.get(slug) ?? 0;
      seen.set(slug, before + 1);
      return before === 0 ? slug : `${slug}-${before}`;
    }),
  );
}

/** What is to be typed. */
export const shellBlocksOf = (text: string): string[] =>
  [...text.matchAll(/```sh\n(.*?)```/gs)].map(([, code = '']) => code.trim());

export interface NpmCommand {
  readonly infra: boolean;
  readonly script: string;
}

/** Scripts of npm that the text names, wherever it does. */
export const npmCommandsOf = (text: string): NpmCommand[] =>
  [...text.matchAll(/\bnpm( --prefix infra)? (?:run(?: -s| --silent)? ([\w:-]+)|(start|test)\b)/g)].map(
    ([, infra, script, short]) => ({ infra: infra !== undefined, script: script ?? short ?? '' }),
  );

/** Which specs `npm test -- PART` is to run. */
export const specsNamedIn = (text: string): string[] =>
  [...text.matchAll(/npm test -- (?!-)([\w./-]+)/g)].map(([, part = '']) => part);

const withoutBlocks = (text: string): string => text.replaceAll(/^```.*?^```/gms, '');
const withoutCode = (text: string): string => withoutBlocks(text).replaceAll(/`[^`\n]*`/g, '');
