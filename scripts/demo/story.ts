import { setTimeout as sleep } from 'node:timers/promises';
import { ApiClient, ApiError } from '../client/api-client.js';
import { Desk } from '../client/desk.js';
import { type Case, type CaseOutcome, casesOf, tryCase } from './cases.js';
import { people } from './people.js';
import { type Lap, Stopwatch } from './stopwatch.js';

export interface SignIn {
  readonly email: string;
  readonly password: string;
}

export interface Story {
  /** What comes before the first validation. */
  readonly steps: readonly Lap[];
  readonly outcomes: readonly CaseOutcome[];
}

const SHORT_LIFE_MS = 2_000;

/** The main job from sign-in to the last validation, and every way in which it must say no. */
export async function tell(url: string, signIn: SignIn): Promise<Story> {
  const watch = new Stopwatch();
  const cast = await people();
  const photos = cast.genuine.map(({ jpeg }) => jpeg);
  const desk = new Desk(await watch.time('sign in', () => ApiClient.signIn(url, signIn)));
  const checkpointId = await watch.time('create a checkpoint', () => desk.checkpoint());
  const outcomes: CaseOutcome[] = [];
  const show = async (tried: Case) => void outcomes.push(await tryCase(desk, checkpointId, tried));

  const personId = await watch.time('register a person', () => desk.register('Ada Ejemplo'));
  await watch.time('enrolment without consent is refused', () => requireConsent(desk, personId));
  await watch.time('record the consent', () => desk.consent(personId));
  const { enrolment, capture } = await watch.time('open the enrolment', () => desk.openEnrolment(personId));
  await watch.time('upload three photos', () => desk.send(capture.token, photos));
  await watch.time('photos become a template', () => complete(desk, enrolment.id));
  const card = await watch.time('issue the card, read its QR', () => desk.issueCard(personId));

  for (const tried of casesOf(cast, card)) await show(tried);

  const base = { picture: cast.probe, credential: card.text, qr: card.png };
  await watch.time('revoke the card', () => desk.revoke(card.id));
  await show({ ...base, name: 'revoked QR', expected: 'REJECTED CREDENTIAL_REVOKED' });

  const brief = await desk.issueCard(personId, new Date(Date.now() + SHORT_LIFE_MS));
  await watch.time('wait until a card has expired', () => sleep(SHORT_LIFE_MS));
  const expired = { ...base, credential: brief.text, qr: brief.png };
  await show({ ...expired, name: 'expired QR', expected: 'REJECTED CREDENTIAL_EXPIRED' });

  const last = await desk.issueCard(personId);
  await watch.time('withdraw the consent', () => desk.withdraw(personId));
  const withdrawn = { ...base, credential: last.text, qr: last.png };
  await show({ ...withdrawn, name: 'consent withdrawn', expected: 'REJECTED CONSENT_MISSING' });
  return { steps: watch.laps, outcomes };
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
