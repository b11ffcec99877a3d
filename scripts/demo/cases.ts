import { setTimeout as sleep } from 'node:timers/promises';
import QRCode from 'qrcode';
import { type Card, type Desk } from '../client/desk.js';
import { readQr } from '../client/read-qr.js';
import { holdPhotograph, perform, type Performance } from './actor.js';
import { forgeriesOf } from './forgeries.js';
import { type People, type Picture } from './people.js';
import { type Lap, Stopwatch } from './stopwatch.js';

/** What somebody brings before the camera when they are asked for these steps. */
export type Act = (steps: readonly string[]) => Promise<Performance>;

/** One validation that the demo tries, and how it must end. */
export interface Case {
  readonly name: string;
  /** The picture of the QR that is shown, as a PNG's `data:` URL. */
  readonly qr: string;
  /** Shown to the camera, if the QR is let. */
  readonly shown: Picture | Act;
  /** State and reason; one of several where it depends on what was asked for. */
  readonly expected: readonly string[];
}

export interface CaseOutcome extends Case {
  readonly got: string;
  /** What was asked for; none where the QR was not let. */
  readonly asked: readonly string[];
  /** What was uploaded; none where the QR was not let. */
  readonly sent: readonly Picture[];
  readonly laps: readonly Lap[];
}

/** The steps of one validation; without a good QR it ends after the second. */
export const STEPS = ['read QR', 'open', 'act', 'upload', 'decision'] as const;

export const asExpected = ({ expected, got }: Pick<CaseOutcome, 'expected' | 'got'>): boolean => expected.includes(got);
export const wantedOf = ({ expected }: Pick<Case, 'expected'>): string => expected.join(' or ');

export interface Cards {
  /** Of the person who acts. */
  readonly own: Card;
  /** Of the one whose photos are in `People`. */
  readonly stolen: Card;
}

/** The cases that can be tried while the cards are good. */
export async function casesOf(people: People, { own, stolen }: Cards): Promise<Case[]> {
  const withCard = (name: string, shown: Picture | Act, ...expected: string[]): Case => ({
    name,
    shown,
    expected,
    qr: own.png,
  });
  const forged = forgeriesOf(own.text).map(async ({ name, text }) => ({
    name,
    qr: await QRCode.toDataURL(text, { type: 'image/png', scale: 8 }),
    shown: perform,
    expected: ['REJECTED CREDENTIAL_INVALID'],
  }));
  return [
    withCard('the person, doing what is asked', perform, 'ACCEPTED MATCH'),
    withCard('a photo of them, moved and tilted', holdPhotograph, ...UNANSWERED),
    { ...withCard('somebody else with a stolen card', perform, 'REJECTED FACE_MISMATCH'), qr: stolen.png },
    ...(await Promise.all(forged)),
    withCard('nobody in the picture', people.nobody, 'INCONCLUSIVE NO_FACE'),
    withCard('two people', people.two, 'INCONCLUSIVE SEVERAL_FACES'),
    withCard('blurred', people.blurred, 'INCONCLUSIVE BLURRED'),
  ];
}

/** What a picture can't do; the first step that was not seen is the reason. */
const UNANSWERED = ['TURN_FURTHER_LEFT', 'TURN_FURTHER_RIGHT', 'BLINK_NOT_SEEN'].map(
  (reason) => `INCONCLUSIVE ${reason}`,
);

/** Reads the QR off its picture and shows it and, if it is let, acts; waits for the end. */
export async function tryCase(desk: Desk, checkpointId: string, tried: Case): Promise<CaseOutcome> {
  const watch = new Stopwatch<(typeof STEPS)[number]>();
  const credential = await watch.time('read QR', () => readQr(tried.qr));
  const opened = await watch.time('open', () => desk.open(checkpointId, credential));
  const asked = opened.challenge?.steps ?? [];
  let { attempt } = opened;
  let sent: readonly Picture[] = [];
  if (opened.__typename === 'ValidationOpened') {
    const { frames, capturedAt } = await watch.time('act', () => actedBy(tried.shown, asked));
    await watch.time('upload', () => desk.send(opened.capture.token, frames, capturedAt));
    attempt = await watch.time('decision', () => desk.end(opened.attempt.id));
    sent = typeof tried.shown === 'function' ? frames.map((jpeg) => ({ jpeg, faces: [] })) : [tried.shown];
  }
  return { ...tried, asked, sent, got: `${attempt.state} ${attempt.reason ?? ''}`, laps: watch.laps };
}

/** Takes as long as it would in life: frames from before the challenge are refused. */
async function actedBy(shown: Picture | Act, steps: readonly string[]): Promise<Performance> {
  if (typeof shown !== 'function') return { frames: [shown.jpeg], capturedAt: [0] };
  const start = performance.now();
  const acted = await shown(steps);
  await sleep((acted.capturedAt.at(-1) ?? 0) - (performance.now() - start));
  return acted;
}
