import { setTimeout as sleep } from 'node:timers/promises';
import { ApiClient, ApiError } from '../client/api-client.js';
import { type Card, Desk } from '../client/desk.js';
import { perform, portrait } from './actor.js';
import { type Case, type CaseOutcome, casesOf, tryCase } from './cases.js';
import { type People, people, type Picture } from './people.js';
import { type Lap, Stopwatch } from './stopwatch.js';

export interface SignIn {
  readonly email: string;
  readonly password: string;
}

export interface Story {
  /** What comes before the first validation, and between them. */
  readonly steps: readonly Lap[];
  /** The photos that the template was made of. */
  readonly enrolled: readonly Picture[];
  readonly outcomes: readonly CaseOutcome[];
}

/** The server counts in whole seconds and rounds down: this leaves it two to issue the card. */
const SHORT_LIFE_MS = 3_000;

/** The main job from sign-in to the last validation, and every way in which it must say no. */
export async function tell(url: string, signIn: SignIn): Promise<Story> {
  const watch = new Stopwatch();
  const [cast, enrolled] = await Promise.all([people(), portraits()]);
  const photos = enrolled.map(({ jpeg }) => jpeg);
  const desk = new Desk(await watch.time('sign in', () => ApiClient.signIn(url, signIn)));
  const checkpointId = await watch.time('create a checkpoint that asks for a challenge', () =>
    desk.checkpoint('FACE', 'ACTIVE'),
  );
  const outcomes: CaseOutcome[] = [];
  const show = async (tried: Case) => void outcomes.push(await tryCase(desk, checkpointId, tried));

  const personId = await watch.time('register a person', () => desk.register('Ada Ejemplo'));
  await watch.time('enrolment without consent is refused', () => requireConsent(desk, personId));
  await watch.time('record the consent', () => desk.consent(personId));
  const { enrolment, capture } = await watch.time('open the enrolment', () => desk.openEnrolment(personId));
  await watch.time('upload three photos (a burst, cut from one)', () => desk.send(capture.token, photos));
  await watch.time('photos become a template', () => complete(desk, enrolment.id));
  const own = await watch.time('issue the card, read its QR', () => desk.issueCard(personId));
  const stolen = await watch.time('enrol somebody else, with a card', () => another(desk, cast));

  for (const tried of await casesOf(cast, { own, stolen })) await show(tried);

  const showCard = (name: string, { png: qr }: Card, expected: string) =>
    show({ name, qr, shown: perform, expected: [expected] });
  await watch.time('revoke the card', () => desk.revoke(own.id));
  await showCard('revoked QR', own, 'REJECTED CREDENTIAL_REVOKED');

  const brief = await watch.time('issue a card for a moment', () =>
    desk.issueCard(personId, new Date(Date.now() + SHORT_LIFE_MS)),
  );
  await watch.time('wait until a card has expired', () => sleep(SHORT_LIFE_MS));
  await showCard('expired QR', brief, 'REJECTED CREDENTIAL_EXPIRED');

  const last = await watch.time('issue another card', () => desk.issueCard(personId));
  await watch.time('withdraw the consent', () => desk.withdraw(personId));
  await showCard('consent withdrawn', last, 'REJECTED CONSENT_MISSING');
  return { steps: watch.laps, enrolled, outcomes };
}

/** Of the person who acts, cut from one photo. */
const portraits = (): Promise<Picture[]> =>
  Promise.all([1.2, 1.25, 1.3].map(async (zoom) => ({ jpeg: await portrait(zoom), faces: [] })));

async function another(desk: Desk, { genuine }: People): Promise<Card> {
  const { personId } = await desk.enrol(
    genuine.map(({ jpeg }) => jpeg),
    'Berta Ejemplo',
  );
  return desk.issueCard(personId);
}

async function requireConsent(desk: Desk, personId: string): Promise<void> {
  const { __typename: answer } = await desk.openEnrolment(personId);
  if (answer !== 'ConsentRequired') throw new ApiError(`Without consent an enrolment was answered with ${answer}.`);
}

async function complete(desk: Desk, enrolmentId: string): Promise<void> {
  const { state, reason, photoReasons } = await desk.enrolmentEnd(enrolmentId);
  if (state !== 'COMPLETED') {
    throw new ApiError(`The enrolment ended ${state} (${reason ?? ''}: ${photoReasons.join(', ')}).`);
  }
}
