import { readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import { fromRoot } from '../../src/config/paths.js';
import { DRILLS } from './drills/index.js';
import { type DrillReport, figuresOf, itemsOf } from './report.js';

const PAGE = fromRoot('docs/resilience.md');
const PLACE = /(?<=<!-- figures -->\n).*(?=\n<!-- \/figures -->)/s;
const TITLE = '### ';

/** Writes what came of the drills into docs/resilience.md, in place of what came of the same ones before. */
export async function writeFigures(reports: readonly DrillReport[]): Promise<void> {
  const page = await readFile(PAGE, 'utf8');
  const told = new Map(
    (PLACE.exec(page)?.[0] ?? '')
      .split(`\n${TITLE}`)
      .slice(1)
      .map((section) => [section.slice(0, section.indexOf('\n')), section]),
  );
  for (const report of reports) told.set(report.drill, sectionOf(report));
  const sections = DRILLS.flatMap(({ name }) => told.get(name) ?? []);
  await writeFile(
    PAGE,
    page.replace(PLACE, () => `\n${sections.map((one) => `${TITLE}${one.trimEnd()}\n`).join('\n')}`),
  );
}

function sectionOf(report: DrillReport): string {
  const { hypothesis } = DRILLS.find(({ name }) => name === report.drill) ?? { hypothesis: '' };
  const machine = `${report.at.slice(0, 10)}, ${os.availableParallelism()} cores`;
  return [report.drill, '', `${hypothesis} (${machine})`, '', ...itemsOf(report), ...figuresOf(report)].join('\n');
}
