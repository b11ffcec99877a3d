import { compareEmbeddings, fuseEmbeddings } from '../../../platform/face/fuse.js';
import { type FrameFinding } from '../../../platform/face/examine-frames.js';
import { type Reference } from '../../enrolment/index.js';
import { type ChallengeVerdict } from '../challenge/judge-challenge.js';
import { type ClearFrame } from '../challenge/sighting.js';
import { AttemptState, ValidationReason } from './validation-reason.js';

/** What the worker found out about one attempt. */
export interface Evidence {
  /** The person's template of this engine's model, or why there is none: they may have withdrawn in the meantime. */
  readonly reference: Reference;
  readonly frames: readonly FrameFinding[];
  /** Whether the frames answer the challenge; undefined where none was asked for. */
  readonly answer?: ChallengeVerdict | undefined;
}

export interface DecisionPolicy {
  /** Comparison score from which probe and reference count as one person, for the checkpoint's false match rate. */
  readonly threshold: number;
  /** Passive liveness, 0..1, that the middle one of the frames must have; undefined where nothing but a challenge is to show it. */
  readonly live?: number | undefined;
  /** Whether nobody was asked to do anything where they should be: then a match is for an operator to confirm. */
  readonly byOperator?: boolean;
}

export interface Decision {
  readonly state: AttemptState.ACCEPTED | AttemptState.REJECTED | AttemptState.INCONCLUSIVE;
  readonly reason: ValidationReason;
  /** Of the fused probe with the reference, −1..1; undefined when nothing was compared. */
  readonly score?: number;
  /** Passive liveness of the middle one of the frames that count, 0..1; undefined when there are none. */
  readonly live?: number;
}

const rejected = (reason: ValidationReason): Decision => ({ state: AttemptState.REJECTED, reason });
const inconclusive = (reason: ValidationReason): Decision => ({ state: AttemptState.INCONCLUSIVE, reason });

/**
 * The decision on an attempt whose credential is good. Frames without one clear face are left out as long as one is
 * left. The others are fused into one probe: comparing each and taking the best would give an impostor as many tries as
 * frames, and multiply the false match rate. Where a challenge was asked for and not answered, or the frames look like a
 * picture, nothing is compared: of a picture the score is none of anybody's business.
 */
export function decide({ reference, frames, answer }: Evidence, policy: DecisionPolicy): Decision {
  if (reference.kind === 'no-consent') return rejected(ValidationReason.CONSENT_MISSING);
  if (reference.kind === 'no-template') return inconclusive(ValidationReason.TEMPLATE_OUTDATED);

  if (answer?.passed === false) return inconclusive(answer.reason);

  const usable = toCompare(frames, answer);
  const unusable = frames.find((frame) => !frame.usable);
  if (usable.length === 0) return inconclusive(ValidationReason[unusable?.reason ?? 'NO_FACE']);

  return compare(usable, reference, policy);
}

function compare(
  usable: readonly ClearFrame[],
  reference: Extract<Reference, { kind: 'present' }>,
  policy: DecisionPolicy,
): Decision {
  const embeddings = usable.map(({ embedding }) => embedding);
  if (!areOnePerson(embeddings, policy.threshold)) return inconclusive(ValidationReason.DIFFERENT_FACES);

  const live = middleOf(usable.flatMap(({ face }) => face.live ?? []));
  const seen = live === undefined ? {} : { live };
  if (policy.live !== undefined && (live ?? 0) < policy.live)
    return { ...inconclusive(ValidationReason.LOOKS_LIKE_A_PICTURE), ...seen };

  const measured = { score: reference.compare(fuseEmbeddings(embeddings)), ...seen };
  if (measured.score < policy.threshold) return { ...rejected(ValidationReason.FACE_MISMATCH), ...measured };
  if (policy.byOperator) return { ...inconclusive(ValidationReason.WITHOUT_CHALLENGE), ...measured };
  return { state: AttemptState.ACCEPTED, reason: ValidationReason.MATCH, ...measured };
}

/** With a challenge the straight frames of its answer, else all that are clear. */
const toCompare = (frames: readonly FrameFinding[], answer: ChallengeVerdict | undefined): readonly ClearFrame[] =>
  answer?.passed === true ? answer.straight : frames.filter((frame) => frame.usable);

/** The lower one of the two in the middle of an even number. One frame that blinds the network, or fools it, does not count. */
const middleOf = (values: readonly number[]): number | undefined =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)];

function areOnePerson([first, ...others]: readonly Float32Array[], threshold: number): boolean {
  return first === undefined || others.every((other) => compareEmbeddings(first, other) >= threshold);
}
