import { run } from '../support/dispatch.js';
import { chaosCommand } from './command.js';

await run(
  {
    usage:
      'npm run chaos -- [--runs N] [--seed S] [--backend postgres|redis|both] [--run NUMBER] [--fault KIND …] [--plant NAME] [--keep] [--write] [--plan] [--json]',
    run: chaosCommand,
  },
  process.argv.slice(2),
);
