import { parseArgs } from 'node:util';
import { OperatorError } from '../support/operator-error.js';
import { sweepScratch } from '../support/scratch.js';
import { type Drill, type DrillChoices, NotSteadyError } from './drill.js';
import { DRILLS } from './drills/index.js';
import { writeFigures } from './page.js';
import { type DrillReport, readable } from './report.js';
import { runDrill } from './run-drill.js';

const HELP = `npm run drill -- NAME… | all [--seconds N] [--people N] [--rate N] [--duration N] [--metrics-port N] [--json] [--write]

${DRILLS.map(({ name, hypothesis }) => `${name.padEnd(16)}${hypothesis}`).join('\n')}
`;

/** `npm run drill -- NAME`: breaks a Presente of its own as the drill says, and tells what people saw of it. */
export async function drillCommand(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      seconds: { type: 'string' },
      duration: { type: 'string' },
      people: { type: 'string' },
      rate: { type: 'string' },
      'metrics-port': { type: 'string', default: '0' },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  if (positionals.length === 0) {
    process.stdout.write(HELP);
    return;
  }
  const choices = {
    seconds: numberOf(values.seconds ?? values.duration),
    people: numberOf(values.people),
    rate: numberOf(values.rate),
  };
  await sweepScratch();
  const reports: DrillReport[] = [];
  for (const drill of drillsOf(positionals)) {
    const report = await reportOf(drill, choices, Number(values['metrics-port']));
    if (report === undefined) continue;
    reports.push(report);
    process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : `${readable(drill, report)}\n\n`);
  }
  if (values.write) await writeFigures(reports);
}

/** Sets the exit code. @returns undefined when the steady state was not green */
async function reportOf(drill: Drill, choices: DrillChoices, port: number): Promise<DrillReport | undefined> {
  try {
    const report = await runDrill(drill, choices, port);
    if (report.problems.length > 0) process.exitCode = 1;
    return report;
  } catch (error) {
    if (!(error instanceof NotSteadyError)) throw error;
    process.stderr.write(`✘ ${drill.name}: ${error.message}\n`);
    process.exitCode = 2;
    return undefined;
  }
}

function drillsOf(names: readonly string[]): readonly Drill[] {
  if (names.includes('all')) return DRILLS;
  return names.map((name) => {
    const drill = DRILLS.find((known) => known.name === name);
    if (drill === undefined)
      throw new OperatorError(`There is no drill ${name}. ${DRILLS.map((one) => one.name).join(', ')}`);
    return drill;
  });
}

function numberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!(number > 0)) throw new OperatorError(`${text} must be a number above 0.`);
  return number;
}
