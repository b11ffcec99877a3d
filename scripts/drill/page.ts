import { readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import { fromRoot } from '../../src/config/paths.js';
import { type DrillReport, rowOf } from './report.js';

const PAGE = fromRoot('docs/resilience.md');
const PLACE = /<!-- figures -->.*<!-- \/figures -->/s;

const HEAD = `| drill | injected | what people saw meanwhile | lost | answers again | decides again | hypothesis |
| ----- | -------- | ------------------------- | ---- | ------------: | ------------: | ---------- |`;

/** Writes what came of the drills into docs/resilience.md, in place of what came of them before. */
export async function writeFigures(reports: readonly DrillReport[]): Promise<void> {
  const page = await readFile(PAGE, 'utf8');
  const day = new Date().toISOString().slice(0, 10);
  const where = `Run on ${day} on a machine with ${os.availableParallelism()} cores, by \`npm run drill -- all --write\`:`;
  const figures = reports.flatMap(({ drill, figures }) =>
    Object.entries(figures).map(([what, value]) => `- \`${drill}\`: ${what}: ${value}`),
  );
  const text = [
    '<!-- figures -->',
    '',
    where,
    '',
    HEAD,
    ...reports.map(rowOf),
    '',
    ...figures,
    '',
    '<!-- /figures -->',
  ];
  await writeFile(
    PAGE,
    page.replace(PLACE, () => text.join('\n')),
  );
}
