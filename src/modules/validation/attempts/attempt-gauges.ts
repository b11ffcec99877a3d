import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { asked, AskedGauges, type Sample } from '../../../platform/telemetry/asked-gauges.js';
import { AttemptState } from './validation-reason.js';

/** The question by checkpoint reads as many rows as there were attempts. */
const FRESH_MS = 15_000;

const RUNNING: readonly string[] = [AttemptState.OPEN, AttemptState.QUEUED, AttemptState.PROCESSING];

/** How the reasons of what was not accepted are told apart for a door: a lamp, an attack, and a lost phone differ. */
const GROUPS = `CASE
  WHEN state = 'ACCEPTED' THEN 'accepted'
  WHEN state IN ('EXPIRED', 'FAILED') THEN 'unanswered'
  WHEN reason IN ('LOOKS_LIKE_A_PICTURE', 'MOVES_LIKE_A_PICTURE', 'FRAMES_REPEATED', 'FACE_JUMPED') THEN 'picture'
  WHEN reason IN ('FACE_MISMATCH', 'DIFFERENT_FACES') THEN 'mismatch'
  WHEN reason IN ('PASS_REPLAYED', 'CREDENTIAL_INVALID', 'CREDENTIAL_FOREIGN') THEN 'forged'
  WHEN state = 'REJECTED' THEN 'refused'
  ELSE 'unclear' END`;

interface Recent {
  readonly checkpoint: string;
  readonly outcome: string;
  readonly count: number;
}

/** Attempts as the database has them: of all processes, so that any one worker may tell. */
@Injectable()
export class AttemptGauges {
  constructor(gauges: AskedGauges, database: Database) {
    gauges.add(
      { name: 'presente_validation_attempts_running', help: 'Attempts that have not ended.', labels: ['state'] },
      asked(() =>
        database.query<{ state: string; count: number }>(
          'SELECT state, count(*)::int AS count FROM validation_attempts WHERE finished_at IS NULL GROUP BY state',
        ),
      ),
      (rows) => {
        const counts = new Map(rows.map(({ state, count }) => [state, count]));
        return RUNNING.map((state): Sample => [{ state }, counts.get(state) ?? 0]);
      },
    );
    gauges.add(
      {
        name: 'presente_checkpoint_recent_validations',
        help: 'Attempts of the last 15 minutes that have ended, by the name of the checkpoint and by what they came to.',
        labels: ['checkpoint', 'outcome'],
      },
      asked(
        () =>
          database.query<Recent>(
            `SELECT checkpoints.name AS checkpoint, ${GROUPS} AS outcome, count(*)::int AS count
             FROM validation_attempts AS attempts JOIN checkpoints ON checkpoints.id = checkpoint_id
             WHERE attempts.created_at > now() - interval '15 minutes' AND finished_at IS NOT NULL GROUP BY 1, 2`,
          ),
        FRESH_MS,
      ),
      (rows) => rows.map(({ checkpoint, outcome, count }): Sample => [{ checkpoint, outcome }, count]),
    );
  }
}
