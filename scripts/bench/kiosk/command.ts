import { parseArgs } from 'node:util';
import { ApiClient } from '../../client/api-client.js';
import { Desk } from '../../client/desk.js';
import { portrait } from '../../demo/actor.js';
import { actor, giveCamera, standBefore } from '../../kiosk-page/kiosk-page.js';
import { type StartedStack } from '../../launcher/stack.js';
import { openChromium } from '../../support/chromium.js';
import { OperatorError } from '../../support/operator-error.js';
import { wholeNumber } from '../../support/whole-number.js';
import { onOwnStack } from '../own-stack.js';
import { queueBefore } from './queue.js';
import { type KioskReport, readable, reportOf } from './report.js';

/** As many as come in two minutes at the usual pace: nobody is back before the kiosk has forgotten them. */
const CARDS = 20;
/** Milliseconds in which a page that has just been opened fetches its hints. */
const WARM_UP = 10_000;

interface Question {
  readonly people: number;
  readonly perMinute: number;
  readonly policy: 'passive' | 'active';
}

/** `bench kiosk [--minutes N] [--people-per-minute N] [--policy passive|active] [--json]`: people before the page of a kiosk. */
export async function kioskCommand(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: 'string', default: '5' },
      'people-per-minute': { type: 'string', default: '10' },
      policy: { type: 'string', default: 'passive' },
      json: { type: 'boolean', default: false },
    },
  });
  const { policy } = values;
  if (policy !== 'passive' && policy !== 'active') throw new OperatorError('--policy must be passive or active.');
  const perMinute = wholeNumber('--people-per-minute', values['people-per-minute']);
  const people = wholeNumber('--minutes', values.minutes) * perMinute;
  const report = await onOwnStack({}, (stack) => measure(stack, { people, perMinute, policy }));
  if (report === undefined) return;
  process.stdout.write(`${readable(report)}\n`);
  if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
}

async function measure({ apiUrl, firstAdmin }: StartedStack, question: Question): Promise<KioskReport> {
  if (firstAdmin === undefined) throw new OperatorError('The bench got no administrator to sign in with.');
  const desk = new Desk(await ApiClient.signIn(apiUrl, firstAdmin));
  const photos = await Promise.all([1.2, 1.25, 1.3].map(portrait));
  const cards: string[] = [];
  while (cards.length < Math.min(CARDS, question.people)) cards.push((await desk.enrol(photos)).card);
  const code = await desk.pairingCode(
    await desk.checkpoint('FACE', question.policy === 'active' ? 'ACTIVE' : 'PASSIVE'),
  );
  const browser = await openChromium();
  try {
    const page = await browser.newPage();
    await giveCamera(page);
    await page.goto(`${apiUrl.replace('127.0.0.1', 'localhost')}/kiosk#code=${code}`);
    await page.locator('[data-screen="idle"]').waitFor();
    await standBefore(page, await actor());
    await page.waitForTimeout(WARM_UP);
    return reportOf(await queueBefore(page, { ...question, cards }), question);
  } finally {
    await browser.close();
  }
}
