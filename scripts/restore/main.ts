import { run } from '../support/dispatch.js';
import { restoreCommand } from './command.js';

await run({ usage: 'npm run restore -- --from BACKUP [--ends FILE]', run: restoreCommand }, process.argv.slice(2));
