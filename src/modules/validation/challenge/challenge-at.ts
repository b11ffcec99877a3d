import { randomInt } from 'node:crypto';
import { CheckpointLiveness } from '../checkpoints/checkpoint-liveness.js';
import { type ChallengeStep } from './challenge-step.js';
import { drawChallenge } from './draw-challenge.js';

/** What a new attempt at a checkpoint is to show, drawn anew each time. */
export function challengeAt({ liveness }: { readonly liveness: CheckpointLiveness }): {
  readonly liveness: CheckpointLiveness;
  readonly challenge: readonly ChallengeStep[] | null;
} {
  if (liveness === CheckpointLiveness.PASSIVE) return { liveness, challenge: null };
  return { liveness, challenge: drawChallenge(randomInt, liveness === CheckpointLiveness.STRICT) };
}
