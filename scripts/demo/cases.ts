import QRCode from 'qrcode';
import { type Card, type Desk } from '../client/desk.js';
import { readQr } from '../client/read-qr.js';
import { forgeriesOf } from './forgeries.js';
import { type People, type Picture } from './people.js';
import { type Lap, Stopwatch } from './stopwatch.js';

/** One validation that the demo tries, and how it must end. */
export interface Case {
  readonly name: string;
  /** The picture of the QR that is shown, as a PNG's `data:` URL. */
  readonly qr: string;
  /** Shown to the camera, if the QR is let. */
  readonly picture: Picture;
  readonly expected: string;
}

export interface CaseOutcome extends Case {
  readonly got: string;
  readonly laps: readonly Lap[];
}

/** The steps of one validation; without a good QR it ends after the second. */
export const STEPS = ['read QR', 'open', 'upload', 'decision'] as const;

export const asExpected = ({ expected, got }: Pick<CaseOutcome, 'expected' | 'got'>): boolean => expected === got;
export const wasSent = ({ laps }: Pick<CaseOutcome, 'laps'>): boolean => laps.some(({ step }) => step === 'upload');

/** The cases that can be tried while the card is good. */
export async function casesOf(people: People, card: Card): Promise<Case[]> {
  const withCard = (name: string, picture: Picture, expected: string): Case => ({
    name,
    picture,
    expected,
    qr: card.png,
  });
  const forged = forgeriesOf(card.text).map(async ({ name, text }) => ({
    name,
    qr: await QRCode.toDataURL(text, { type: 'image/png', scale: 8 }),
    picture: people.probe,
    expected: 'REJECTED CREDENTIAL_INVALID',
  }));
  return [
    withCard('the person, in another photo', people.probe, 'ACCEPTED MATCH'),
    withCard('somebody else', people.other, 'REJECTED FACE_MISMATCH'),
    ...(await Promise.all(forged)),
    withCard('nobody in the picture', people.nobody, 'INCONCLUSIVE NO_FACE'),
    withCard('two people', people.two, 'INCONCLUSIVE SEVERAL_FACES'),
    withCard('blurred', people.blurred, 'INCONCLUSIVE BLURRED'),
  ];
}

/** Reads the QR off its picture and shows it and, if it is let, the face; waits for the end. */
export async function tryCase(desk: Desk, checkpointId: string, tried: Case): Promise<CaseOutcome> {
  const watch = new Stopwatch<(typeof STEPS)[number]>();
  const credential = await watch.time('read QR', () => readQr(tried.qr));
  const opened = await watch.time('open', () => desk.open(checkpointId, credential));
  let { attempt } = opened;
  if (opened.__typename === 'ValidationOpened') {
    await watch.time('upload', () => desk.send(opened.capture.token, [tried.picture.jpeg]));
    attempt = await watch.time('decision', () => desk.end(opened.attempt.id));
  }
  return { ...tried, got: `${attempt.state} ${attempt.reason ?? ''}`, laps: watch.laps };
}
