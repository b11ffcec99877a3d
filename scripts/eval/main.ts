import { dispatch } from '../support/dispatch.js';
import { challengeCommand } from './challenge/command.js';
import { sequencesCommand } from './challenge/make/command.js';
import { masterFacesCommand } from './master-faces/command.js';
import { robustnessCommand } from './robustness/command.js';
import { variantsCommand } from './variants/command.js';
import { padCommand } from './pad/command.js';
import { simulateCommand } from './simulate/command.js';
import { verificationCommand } from './verification/command.js';

await dispatch(
  {
    verification: {
      usage:
        'npm run eval -- verification --images DIR --pairs FILE [--enrol N [--groups FILE] [--fmr 1e-4]] [--engine onnx|face-api] [--json]',
      run: verificationCommand,
    },
    challenge: {
      usage: 'npm run eval -- challenge --live DIR --attack DIR [--strict] [--engine onnx|face-api] [--json]',
      run: challengeCommand,
    },
    sequences: {
      usage: 'npm run eval -- sequences --photos DIR --film FILE --out DIR [--people N]',
      run: sequencesCommand,
    },
    variants: {
      usage: 'npm run eval -- variants --images DIR --pairs FILE [--json]',
      run: variantsCommand,
    },
    robustness: {
      usage:
        'npm run eval -- robustness --images DIR --pairs FILE [--fmr 1e-4] [--probes 500] [--engine onnx|face-api] [--json]',
      run: robustnessCommand,
    },
    'master-faces': {
      usage:
        'npm run eval -- master-faces --images DIR --pairs FILE [--faces 10] [--fmr 1e-4] [--engine onnx|face-api] [--json]',
      run: masterFacesCommand,
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
