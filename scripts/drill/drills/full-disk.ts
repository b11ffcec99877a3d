import { OperatorError } from '../../support/operator-error.js';
import { breaking } from '../breaking.js';
import { type Drill, SIX_KIOSKS } from '../drill.js';

export const fullDisk: Drill = {
  name: 'full-disk',
  hypothesis:
    'On a full disk PostgreSQL refuses or ends; nobody is accepted whose decision can’t be written, and all goes on when there is room.',
  ...SIX_KIOSKS,
  blastRadius: 'Everything that is written. The disk is a small one of this drill’s own, in memory.',
  rollback: 'What fills the disk is removed, and PostgreSQL started again if it ended.',
  expectedAlert: undefined,
  backend: 'redis',
  perform: breaking({
    injected: 'the disk of PostgreSQL filled to the last byte',
    seconds: 10,
    inject: async ({ database }) => {
      if (database.disk === undefined) throw new OperatorError('No small disk can be mounted here: only root may.');
      await database.disk.fill();
      return async () => {
        await database.disk?.empty();
        await database.restart();
      };
    },
    answersWithin: 5,
    decidesWithin: 10,
    waitsAtMost: 7,
    excuses: { workFailed: true },
  }),
};
