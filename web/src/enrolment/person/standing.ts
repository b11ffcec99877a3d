import { type OnePersonQuery, type PersonStanding } from '../graphql/graphql';

export type Person = OnePersonQuery['person'];
export type Step = 'consent' | 'photos' | 'card';
export type Next = Step | 'withoutFace' | 'renewal' | 'lock' | 'ready';

export const STEPS: readonly Step[] = ['consent', 'photos', 'card'];

/** The one that has not been withdrawn. */
export const consentOf = ({ consentHistory }: Person) => consentHistory.find(({ withdrawnAt }) => withdrawnAt === null);

interface Held {
  readonly person: Person;
  /** A card or a pass that is good. */
  readonly hasCredential: boolean;
  /** Of the consent texts; undefined while it is not known. */
  readonly newestText: string | undefined;
}

/** What is done of an enrolment. */
export const doneOf = ({ person, hasCredential }: Held): Readonly<Record<Step, boolean>> => ({
  consent: consentOf(person) !== undefined,
  photos: person.enrolledAt !== null,
  card: hasCredential,
});

const NEXT: Readonly<Record<PersonStanding, Next>> = {
  NO_CONSENT: 'consent',
  WITHOUT_FACE: 'withoutFace',
  NO_FACE: 'photos',
  NO_CREDENTIAL: 'card',
  LOCKED: 'lock',
  READY: 'ready',
};

/** What is to be done for somebody now. */
export function nextOf({ person, newestText }: Held): Next {
  const next = NEXT[person.standing];
  const isOutdated = newestText !== undefined && consentOf(person)?.textVersion !== newestText;
  return next === 'ready' && isOutdated ? 'renewal' : next;
}
