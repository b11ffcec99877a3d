import { randomInt } from 'node:crypto';
import { CheckpointLiveness } from '../checkpoints/checkpoint-liveness.js';
import { type ChallengeStep } from './challenge-step.js';
import { drawChallenge } from './draw-challenge.js';

/** What a new attempt at a checkpoint is to show, drawn anew each time. */
export function challengeAt(
  { liveness }: { readonly liveness: CheckpointLiveness },
  { withoutChallenge }: { readonly withoutChallenge: boolean },
): {
  readonly liveness: CheckpointLiveness;
  readonly challenge: readonly ChallengeStep[] | null;
  readonly withoutChallenge: boolean;
} {
  if (liveness === CheckpointLiveness.PASSIVE) return { liveness, challenge: null, withoutChallenge: false };
  if (withoutChallenge) return { liveness, challenge: null, withoutChallenge };
  const challenge = drawChallenge(randomInt, liveness === CheckpointLiveness.STRICT);
  return { liveness, challenge, withoutChallenge };
}
