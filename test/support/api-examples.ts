import { readFile } from 'node:fs/promises';
import { fromRoot } from '../../src/config/paths.js';

/** One block of code of docs/api. */
export interface ApiExample {
  readonly language: 'graphql' | 'sh';
  readonly code: string;
  /** What later examples call parts of its answer. */
  readonly names: readonly { readonly name: string; readonly path: readonly string[] }[];
}

/** What stands below the heading of one operation. */
export interface DocumentedOperation {
  readonly page: string;
  /** The heading above. */
  readonly section: string;
  readonly name: string;
  /** As it is written: `ADMIN, REGISTRAR`. */
  readonly who: string;
  readonly examples: readonly ApiExample[];
}

const FOLDER = fromRoot('docs/api');

/** In the order in which the first page lists the others. */
export async function documentedOperations(): Promise<DocumentedOperation[]> {
  const list = await readFile(`${FOLDER}/README.md`, 'utf8');
  const pages = [...list.matchAll(/^\d+\. \[.*?\]\((.*?\.md)\)/gm)].map(([, page = '']) => page);
  return (await Promise.all(pages.map(operationsOf))).flat();
}

async function operationsOf(page: string): Promise<DocumentedOperation[]> {
  const text = await readFile(`${FOLDER}/${page}`, 'utf8');
  return text.split(/^## /m).flatMap((part) => {
    const [section = ''] = part.split('\n');
    const [, ...operations] = part.split(/^### /m);
    return operations.map((operation) => operationOf(page, section, operation));
  });
}

function operationOf(page: string, section: string, text: string): DocumentedOperation {
  const [name = ''] = text.split('\n');
  const who = /^\w+\n\nFor (.*?)\./.exec(text)?.[1] ?? '';
  const examples = [...text.matchAll(/```(graphql|sh)\n(.*?)```(.*?)(?=```(?:graphql|sh)\n|$)/gs)].map(
    ([, language, code = '', after = '']) => ({
      language: language === 'sh' ? ('sh' as const) : ('graphql' as const),
      code,
      names: [...after.matchAll(/`([A-Z_]+)` is `([\w.]+)`/g)].map(([, given = '', path = '']) => ({
        name: given,
        path: path.split('.'),
      })),
    }),
  );
  return { page, section, name, who, examples };
}
