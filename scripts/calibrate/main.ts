import { run } from '../support/dispatch.js';
import { calibrateCommand } from './command.js';

await run(
  {
    usage: 'npm run calibrate -- --images DIR --pairs FILE [--engine onnx|face-api] [--name TEXT] [--out FILE]',
    run: calibrateCommand,
  },
  process.argv.slice(2),
);
