import { dispatch } from '../support/dispatch.js';
import { verificationCommand } from './verification/command.js';

await dispatch(
  {
    verification: {
      usage: 'npm run eval -- verification --images DIR --pairs FILE [--enrol N] [--engine onnx|face-api] [--json]',
      run: verificationCommand,
    },
  },
  process.argv.slice(2),
);
