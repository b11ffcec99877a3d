import { dispatch } from '../support/dispatch.js';
import { padCommand } from './pad/command.js';
import { simulateCommand } from './simulate/command.js';
import { verificationCommand } from './verification/command.js';

await dispatch(
  {
    verification: {
      usage: 'npm run eval -- verification --images DIR --pairs FILE [--engine onnx|face-api] [--json]',
      run: verificationCommand,
    },
    pad: {
      usage: 'npm run eval -- pad --live DIR --attack DIR [--together] [--json]',
      run: padCommand,
    },
    simulate: {
      usage: 'npm run eval -- simulate --images DIR --out DIR [--count N] [--skip N]',
      run: simulateCommand,
    },
  },
  process.argv.slice(2),
);
