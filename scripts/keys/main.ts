import { run } from '../support/dispatch.js';
import { rotateCommand } from './command.js';

await run({ usage: 'npm run keys:rotate -- [--dry-run]', run: rotateCommand }, process.argv.slice(2));
