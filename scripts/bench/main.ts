import { dispatch } from '../support/dispatch.js';
import { apiCommand } from './api/command.js';
import { faceCommand } from './face/command.js';
import { kioskCommand } from './kiosk/command.js';
import { observabilityCommand } from './observability/command.js';
import { rowsCommand } from './rows/command.js';
import { soakCommand } from './soak/command.js';
import { validationCommand } from './validation/command.js';

await dispatch(
  {
    face: { usage: 'npm run bench -- face [--rounds N] [--json]', run: faceCommand },
    validation: {
      usage:
        'npm run bench -- validation [--vus N] [--duration SECONDS] [--workers N] [--policy passive|active] [--json]',
      run: validationCommand,
    },
    rows: { usage: 'npm run bench -- rows [--attempts N] [--json]', run: rowsCommand },
    soak: { usage: 'npm run bench -- soak [--validations N] [--mark N] [--json]', run: soakCommand },
    kiosk: {
      usage: 'npm run bench -- kiosk [--minutes N] [--people-per-minute N] [--policy passive|active] [--json]',
      run: kioskCommand,
    },
    observability: {
      usage: 'npm run bench -- observability [--rounds N] [--seconds N] [--vus N] [--json]',
      run: observabilityCommand,
    },
    api: { usage: 'npm run bench -- api [--seconds N] [--json]', run: apiCommand },
  },
  process.argv.slice(2),
);
