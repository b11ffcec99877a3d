import { COMPARISON_HARD_STOP, PersonStanding } from './person-standing.js';

/** Asked of the person whose row is called `person`. */
type Question = (person: string) => string;

const consent: Question = (person) =>
  `EXISTS (SELECT 1 FROM consents WHERE consents.person_id = ${person}.id AND consents.withdrawn_at IS NULL)`;
const face: Question = (person) => `EXISTS (SELECT 1 FROM templates WHERE templates.person_id = ${person}.id)`;
const credential: Question = (person) =>
  `EXISTS (SELECT 1 FROM credentials WHERE credentials.person_id = ${person}.id AND credentials.revoked_at IS NULL
     AND credentials.expires_at > now())`;
/** A PIN and a credential; in one question, so that it can be answered from the few who have a PIN. */
const wayWithoutFace: Question = (person) =>
  `EXISTS (SELECT 1 FROM person_pins JOIN credentials ON credentials.person_id = person_pins.person_id
     WHERE person_pins.person_id = ${person}.id AND credentials.revoked_at IS NULL AND credentials.expires_at > now())`;
/** Counted where faces are compared; whoever asks for a list of people asks for this with it, in one statement. */
const locked: Question = (person) =>
  `EXISTS (SELECT 1 FROM comparison_failures WHERE comparison_failures.person_id = ${person}.id
     AND comparison_failures.failures >= ${COMPARISON_HARD_STOP})`;

const not =
  (question: Question): Question =>
  (person) =>
    `NOT ${question(person)}`;

/** What must hold for each; they exclude each other. */
const CONDITIONS: Readonly<Record<PersonStanding, readonly Question[]>> = {
  [PersonStanding.NO_CONSENT]: [not(consent), not(wayWithoutFace)],
  [PersonStanding.WITHOUT_FACE]: [not(consent), wayWithoutFace],
  [PersonStanding.LOCKED]: [consent, locked],
  [PersonStanding.NO_FACE]: [consent, not(locked), not(face)],
  [PersonStanding.NO_CREDENTIAL]: [consent, not(locked), face, not(credential)],
  [PersonStanding.READY]: [consent, not(locked), face, credential],
};

/** @param person how the statement calls the row of the person */
export const standingCondition = (standing: PersonStanding, person: string): string =>
  CONDITIONS[standing].map((question) => question(person)).join(' AND ');

/** The standing of the row, as text. */
export const standingCase = (person: string): string => `CASE
    WHEN NOT ${consent(person)} THEN
      CASE WHEN ${wayWithoutFace(person)} THEN 'WITHOUT_FACE' ELSE 'NO_CONSENT' END
    WHEN ${locked(person)} THEN 'LOCKED'
    WHEN NOT ${face(person)} THEN 'NO_FACE'
    WHEN NOT ${credential(person)} THEN 'NO_CREDENTIAL'
    ELSE 'READY' END`;
