import { run } from '../support/dispatch.js';
import { verifyCommand } from './command.js';

await run({ usage: 'npm run audit:verify -- [--head HASH] [--json]', run: verifyCommand }, process.argv.slice(2));
