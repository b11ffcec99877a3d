import { type Card, type Desk } from '../client/desk.js';
import { type People, type Picture } from './people.js';
import { type Lap, Stopwatch } from './stopwatch.js';

/** One validation that the demo tries, and how it must end. */
export interface Case {
  readonly name: string;
  /** What the QR says that is shown. */
  readonly credential: string;
  /** Its picture, where there is one. */
  readonly qr?: string;
  readonly picture: Picture;
  readonly expected: string;
}

export interface CaseOutcome extends Case {
  readonly got: string;
  readonly laps: readonly Lap[];
}

export const asExpected = ({ expected, got }: Pick<CaseOutcome, 'expected' | 'got'>): boolean => expected === got;

/** The cases that can be tried while the card is good. */
export function casesOf(people: People, card: Card): Case[] {
  const withCard = (name: string, picture: Picture, expected: string): Case => ({
    name,
    picture,
    expected,
    credential: card.text,
    qr: card.png,
  });
  const forged = (name: string, credential: string): Case => ({
    name,
    credential,
    picture: people.probe,
    expected: 'REJECTED CREDENTIAL_INVALID',
  });
  return [
    withCard('the person, in another photo', people.probe, 'ACCEPTED MATCH'),
    withCard('somebody else', people.other, 'REJECTED FACE_MISMATCH'),
    forged('forged QR: changed signature', withChangedSignature(card.text)),
    forged('forged QR: no signature', withoutSignature(card.text)),
    forged('a QR that is only text', 'https://example.org/menu'),
    withCard('nobody in the picture', people.nobody, 'INCONCLUSIVE NO_FACE'),
    withCard('two people', people.two, 'INCONCLUSIVE SEVERAL_FACES'),
    withCard('blurred', people.blurred, 'INCONCLUSIVE BLURRED'),
  ];
}

/** Shows the QR and, if it is let, the face; waits for the end. */
export async function tryCase(desk: Desk, checkpointId: string, tried: Case): Promise<CaseOutcome> {
  const watch = new Stopwatch();
  const opened = await watch.time('QR', () => desk.open(checkpointId, tried.credential));
  let { attempt } = opened;
  if (opened.__typename === 'ValidationOpened') {
    await watch.time('upload', () => desk.send(opened.capture.token, [tried.picture.jpeg]));
    attempt = await watch.time('decision', () => desk.end(opened.attempt.id));
  }
  return { ...tried, got: `${attempt.state} ${attempt.reason ?? ''}`, laps: watch.laps };
}

function withChangedSignature(token: string): string {
  const [header = '', payload = '', signature = ''] = token.split('.');
  return [header, payload, `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`].join('.');
}

function withoutSignature(token: string): string {
  const [, payload = ''] = token.split('.');
  const header = Buffer.from(JSON.stringify({ alg: 'none', typ: 'presente-card+jwt' })).toString('base64url');
  return `${header}.${payload}.`;
}
