import { run } from '../support/dispatch.js';
import { drillCommand } from './command.js';

await run(
  {
    usage:
      'npm run drill -- NAME … | all [--seconds N] [--people N] [--rate N] [--duration N] [--metrics-port N] [--json] [--write]',
    run: drillCommand,
  },
  process.argv.slice(2),
);
