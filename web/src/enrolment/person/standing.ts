import { type OnePersonQuery } from '../graphql/graphql';

export type Person = OnePersonQuery['person'];
export type Step = 'consent' | 'photos' | 'card';
export type Standing = Step | 'renewal' | 'ready';

export const STEPS: readonly Step[] = ['consent', 'photos', 'card'];

/** The one that has not been withdrawn. */
export const consentOf = ({ consentHistory }: Person) => consentHistory.find(({ withdrawnAt }) => withdrawnAt === null);

interface Held {
  readonly person: Person;
  readonly hasCard: boolean;
  /** Of the consent texts; undefined while it is not known. */
  readonly newestText: string | undefined;
}

/** What is done of an enrolment. */
export const doneOf = ({ person, hasCard }: Held): Readonly<Record<Step, boolean>> => ({
  consent: consentOf(person) !== undefined,
  photos: person.enrolledAt !== null,
  card: hasCard,
});

/** What a person lacks first. */
export function standingOf(held: Held): Standing {
  const done = doneOf(held);
  const missing = STEPS.find((step) => !done[step]);
  if (missing !== undefined) return missing;
  const consent = consentOf(held.person);
  return held.newestText !== undefined && consent?.textVersion !== held.newestText ? 'renewal' : 'ready';
}
