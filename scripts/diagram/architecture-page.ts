import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { fromRoot } from '../../src/config/paths.js';

export const ARCHITECTURE_PAGE = fromRoot('docs/architecture.md');
const BEGIN = '<!-- modules: drawn by "npm run diagram", do not edit -->';
const END = '<!-- /modules -->';

/** docs/architecture.md as it must be: its own words, with the picture of the modules drawn anew. */
export async function architecturePage(): Promise<string> {
  const written = await readFile(ARCHITECTURE_PAGE, 'utf8');
  const [before, rest] = written.split(BEGIN);
  const [, after] = rest?.split(END) ?? [];
  if (before === undefined || after === undefined)
    throw new Error('docs/architecture.md has no place for the modules.');
  const page = `${before}${BEGIN}\n\n\`\`\`mermaid\n${await moduleDiagram()}\n\`\`\`\n\n${END}${after}`;
  return format(page, { ...(await resolveConfig(ARCHITECTURE_PAGE)), parser: 'markdown' });
}

/** Which module imports which, as the code does it: they meet at their index.ts alone, which `npm run arrows` proves. */
async function moduleDiagram(): Promise<string> {
  const folder = fromRoot('src/modules');
  const files = (await readdir(folder, { recursive: true })).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'),
  );
  const arrows = new Set<string>();
  for (const file of files) {
    const [from = ''] = file.split(path.sep);
    const code = await readFile(path.join(folder, file), 'utf8');
    for (const [, to = ''] of code.matchAll(/from '(?:\.\.\/)+([a-z-]+)\/index\.js'/g))
      arrows.add(`  ${from} --> ${to}`);
  }
  return ['flowchart LR', ...[...arrows].sort()].join('\n');
}
