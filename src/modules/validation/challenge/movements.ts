import { ChallengeStep } from './challenge-step.js';
import { looksStraight, type Sighting, stepsShown } from './sighting.js';

/** A step that the person did. */
export interface Movement {
  readonly step: ChallengeStep;
  /** The first frame of it. */
  readonly sighting: Sighting;
  /** The frame in which the nose is furthest aside. */
  readonly height: Sighting;
}

/** What the person did, in the order of time. What lasts over several frames is one movement, until they look straight without it. */
export function movementsOf(sightings: readonly Sighting[], neutral: Sighting): readonly Movement[] {
  const movements: Movement[] = [];
  let going: readonly ChallengeStep[] = [];
  for (const sighting of sightings) {
    const shown = stepsShown(sighting, neutral);
    for (const step of shown) {
      if (going.includes(step)) heighten(movements, step, sighting);
      else movements.push({ step, sighting, height: sighting });
    }
    // Between two positions a turn goes on.
    if (shown.length > 0 || looksStraight(sighting)) going = shown;
  }
  return movements;
}

/** Goes on with the latest movement of this step. */
function heighten(movements: Movement[], step: ChallengeStep, sighting: Sighting): void {
  const index = movements.findLastIndex((movement) => movement.step === step);
  const movement = movements[index];
  if (movement !== undefined && asideOf(sighting) > asideOf(movement.height))
    movements[index] = { ...movement, height: sighting };
}

const asideOf = ({ face }: Sighting): number => Math.abs(face.quality.noseOffset);

export const isLook = (step: ChallengeStep): boolean =>
  step === ChallengeStep.LOOK_LEFT || step === ChallengeStep.LOOK_RIGHT;

/**
 * The movement that answers each step, each in a frame of its own and after the one before.
 * @returns undefined when there is none for one of them, or when there are more or other turns than asked for: people
 *   blink and sway by themselves, but nobody looks over their shoulder, and a film of somebody doing everything does
 */
export function inOrder(
  movements: readonly Movement[],
  steps: readonly ChallengeStep[],
): readonly Movement[] | undefined {
  const looks = (of: readonly ChallengeStep[]) => of.filter(isLook).join();
  if (looks(movements.map(({ step }) => step)) !== looks(steps)) return undefined;
  const answers: Movement[] = [];
  for (const step of steps) {
    const after = answers.at(-1)?.sighting.at ?? -Infinity;
    const answer = movements.find((movement) => movement.step === step && movement.sighting.at > after);
    if (answer === undefined) return undefined;
    answers.push(answer);
  }
  return answers;
}
