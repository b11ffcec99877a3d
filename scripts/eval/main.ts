import { dispatch } from '../support/dispatch.js';
import { challengeCommand } from './challenge/command.js';
import { sequencesCommand } from './challenge/make/command.js';
import { verificationCommand } from './verification/command.js';

await dispatch(
  {
    challenge: {
      usage: 'npm run eval -- challenge --live DIR --attack DIR [--strict] [--engine onnx|face-api] [--json]',
      run: challengeCommand,
    },
    sequences: {
      usage: 'npm run eval -- sequences --photos DIR --film FILE --out DIR [--people N]',
      run: sequencesCommand,
    },
    verification: {
      usage: 'npm run eval -- verification --images DIR --pairs FILE [--engine onnx|face-api] [--json]',
      run: verificationCommand,
    },
  },
  process.argv.slice(2),
);
