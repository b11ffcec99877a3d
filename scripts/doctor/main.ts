import { parseArgs } from 'node:util';
import { fromRoot } from '../../src/config/paths.js';
import { givenSettings } from '../launcher/settings.js';
import { exitWith } from '../support/operator-error.js';
import { examine } from './examine.js';
import { jsonReport, readableReport, totals } from './report.js';

try {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
  const examined = await examine(givenSettings(), fromRoot('.data'));
  process.stdout.write(`${values.json ? jsonReport(examined) : readableReport(examined)}\n`);
  process.exitCode = totals(examined).failures > 0 ? 1 : 0;
} catch (error) {
  exitWith(error);
}
