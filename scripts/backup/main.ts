import { run } from '../support/dispatch.js';
import { backupCommand } from './command.js';

await run(
  { usage: 'npm run backup -- --to FOLDER [--keep DAYS] [--ends-only]', run: backupCommand },
  process.argv.slice(2),
);
