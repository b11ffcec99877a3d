import { parseArgs } from 'node:util';
import { OperatorError } from '../../support/operator-error.js';
import { openEngine } from '../engine.js';
import { presentationsIn } from './presentations.js';
import { readableReport, reportOf } from './report.js';
import { showAll } from './show.js';

/** `eval pad --live DIR --attack DIR [--together] [--json]` */
export async function padCommand(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      live: { type: 'string' },
      attack: { type: 'string' },
      together: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  if (values.live === undefined || values.attack === undefined)
    throw new OperatorError('--live and --attack are needed.');
  const { together } = values;
  const live = await presentationsIn(values.live, together);
  const attack = await presentationsIn(values.attack, together);
  const engine = await openEngine('onnx');
  try {
    const measured = { together, live: await showAll(engine, live), attack: await showAll(engine, attack) };
    const report = reportOf(engine, measured);
    process.stdout.write(`${readableReport(report)}\n`);
    if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
  } finally {
    await engine.close();
  }
}
