import { parseArgs } from 'node:util';
import { OperatorError } from '../../support/operator-error.js';
import { engineName, openEngine } from '../engine.js';
import { readLabelledSet } from './labelled-set.js';
import { measure } from './measure.js';
import { readableReport, reportOf } from './report.js';

/** `eval verification --images DIR --pairs FILE [--engine onnx|face-api] [--json]` */
export async function verificationCommand(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      images: { type: 'string' },
      pairs: { type: 'string' },
      engine: { type: 'string', default: 'onnx' },
      json: { type: 'boolean', default: false },
    },
  });
  if (values.images === undefined || values.pairs === undefined)
    throw new OperatorError('--images and --pairs are needed.');
  const name = engineName(values.engine);
  const set = await readLabelledSet(values.pairs, values.images);
  const engine = await openEngine(name);
  try {
    const report = reportOf(name, engine.model, set, await measure(engine, set));
    process.stdout.write(`${readableReport(report)}\n`);
    if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
  } finally {
    await engine.close();
  }
}
