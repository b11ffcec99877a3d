import { run } from '../support/dispatch.js';
import { verifyCommand } from './command.js';

await run({ usage: 'npm run erasure:verify -- --receipt FILE', run: verifyCommand }, process.argv.slice(2));
