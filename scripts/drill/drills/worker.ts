import { breaking } from '../breaking.js';
import { type Drill, SIX_KIOSKS } from '../drill.js';

export const worker: Drill = {
  name: 'worker',
  hypothesis:
    'When all workers are killed in the middle of their jobs no capture is lost: others take the jobs over some ten seconds ' +
    'after they start, and every decision is made once.',
  ...SIX_KIOSKS,
  blastRadius: 'Decisions; the API goes on taking uploads until the backlog is too long.',
  rollback: 'The workers are started again.',
  expectedAlert: 'PresenteWorkersAway',
  backend: 'postgres',
  perform: breaking({
    injected: 'both workers killed (SIGKILL), and started again afterwards',
    seconds: 10,
    inject: async ({ programs }) => {
      const workers = [programs['worker-1'], programs['worker-2']];
      await Promise.all(workers.map((one) => one.kill()));
      return async () => {
        for (const one of workers) one.start();
        await Promise.all(workers.map((one) => one.ready()));
      };
    },
    answersWithin: 2,
    decidesWithin: 20,
    waitsAtMost: 3,
  }),
};
