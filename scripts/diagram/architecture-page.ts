import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fromRoot } from '../../src/config/paths.js';
import { markedPage } from '../support/marked-page.js';

export const ARCHITECTURE_PAGE = fromRoot('docs/architecture.md');
const MARKS = ['<!-- modules: drawn by "npm run diagram", do not edit -->', '<!-- /modules -->'] as const;

/** docs/architecture.md as it must be: its own words, with the picture of the modules drawn anew. */
export const architecturePage = async (): Promise<string> =>
  markedPage(ARCHITECTURE_PAGE, MARKS, `\`\`\`mermaid\n${await moduleDiagram()}\n\`\`\``);

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
