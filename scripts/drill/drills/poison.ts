import { setTimeout as sleep } from 'node:timers/promises';
import { type Stage } from '../../chaos/stage.js';
import { breaking } from '../breaking.js';
import { type Drill, type DrillOutcome, SIX_KIOSKS } from '../drill.js';

const POISONED = 5;

/** Frames that nobody can open: their seal is broken while no worker looks. */
async function poison({ database, programs, scene }: Stage): Promise<void> {
  const workers = [programs['worker-1'], programs['worker-2']];
  for (const worker of workers) worker.signal('SIGSTOP');
  try {
    await sleep(1_000);
    await database.query(
      `UPDATE capture_frames SET sealed = set_byte(sealed, length(sealed) - 20, get_byte(sealed, length(sealed) - 20) # 255)
       WHERE id IN (SELECT capture_id FROM validation_attempts WHERE state = 'QUEUED' ORDER BY id LIMIT $1)`,
      [Math.min(POISONED, scene.kiosks.length)],
    );
  } finally {
    for (const worker of workers) worker.signal('SIGCONT');
  }
}

async function parked({ database }: Stage): Promise<DrillOutcome['figures']> {
  const [row] = await database.query<{ failed: number; cards: number }>(
    `SELECT (SELECT count(*)::int FROM validation_attempts WHERE state = 'FAILED') AS failed,
       (SELECT count(*)::int FROM card_reviews JOIN validation_attempts AS attempt ON attempt.id = attempt_id
        WHERE attempt.state = 'FAILED') AS cards`,
  );
  return { 'parked after the last try': row?.failed ?? 0, 'cards on the board for them': row?.cards ?? 0 };
}

export const poisonJob: Drill = {
  name: 'poison',
  hypothesis:
    'Jobs that fail however often they are tried end as FAILED after their tries, with a card on the board, and hold up nobody else.',
  ...SIX_KIOSKS,
  blastRadius: 'The poisoned validations: their people are told to try again.',
  rollback: 'None is needed.',
  expectedAlert: undefined,
  backend: 'postgres',
  perform: breaking({
    injected: `up to ${POISONED} captures whose seal was broken after they had been taken`,
    seconds: 10,
    inject: async (stage) => {
      await poison(stage);
      return () => undefined;
    },
    answersWithin: 2,
    decidesWithin: 5,
    excuses: { workFailed: true },
    figures: parked,
  }),
};
