import { ChallengeStep } from './challenge-step.js';

/** Gives a whole number from 0 to `below` − 1, each as likely as the others. */
export type Random = (below: number) => number;

const STEPS = Object.values(ChallengeStep);

const isLook = (step: ChallengeStep): boolean => step === ChallengeStep.LOOK_LEFT || step === ChallengeStep.LOOK_RIGHT;

/** No step twice in a row, no coming closer twice, and at least one turn: only a turn tells a head from a picture of one. */
const isFair = (steps: readonly ChallengeStep[]): boolean =>
  steps.every((step, index) => step !== steps[index + 1]) &&
  steps.filter((step) => step === ChallengeStep.COME_CLOSER).length <= 1 &&
  steps.some(isLook);

const longer = (challenges: readonly (readonly ChallengeStep[])[]): ChallengeStep[][] =>
  challenges.flatMap((steps) => STEPS.map((step) => [...steps, step]));

const ofTwo = longer(STEPS.map((step) => [step]));
const ofThree = longer(ofTwo).filter(isFair);
const ofTwoOrThree = [...ofTwo.filter(isFair), ...ofThree];

/**
 * Draws what one attempt is asked for; it is stored with that attempt and never asked of another because of it.
 * @param random of cryptographic quality: whoever foresees a challenge can prepare its answer
 * @param long always three steps, of 32 challenges; otherwise two or three, of 42
 */
export function drawChallenge(random: Random, long: boolean): readonly ChallengeStep[] {
  const all = long ? ofThree : ofTwoOrThree;
  const drawn = all[random(all.length)];
  if (drawn === undefined) throw new RangeError('The random number was beyond the challenges.');
  return drawn;
}
