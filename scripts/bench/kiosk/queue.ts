import { setTimeout as sleep } from 'node:timers/promises';
import { type Page } from 'playwright-core';
import { showQr, waitsOn } from '../../kiosk-page/kiosk-page.js';

/** One who came; milliseconds. */
interface Visit {
  /** `accepted`, or what else the kiosk showed. */
  readonly outcome: string;
  /** From the QR in view to the result, without the steps of the challenge. */
  readonly waited: number;
  /** The same, and the steps with it. */
  readonly whole: number;
  /** From when they came to when it was their turn. */
  readonly queued: number;
}

interface Arrivals {
  /** What each of their QRs says, one after the other; they come again from the first. */
  readonly cards: readonly string[];
  readonly people: number;
  readonly perMinute: number;
}

/** For a result, however slow. */
const PATIENCE = 60_000;
/** Time to take one QR away and hold out the next one. */
const STEP_FORWARD = 400;

/** People come to a kiosk at a steady pace, whether it keeps up or not. The next one shows their QR while the last result still stands. */
export async function queueBefore(page: Page, { cards, people, perMinute }: Arrivals): Promise<Visit[]> {
  const visits: Visit[] = [];
  const began = performance.now();
  for (let person = 0; person < people; person++) {
    const comes = began + (person * 60_000) / perMinute;
    await sleep(Math.max(STEP_FORWARD, comes - performance.now()));
    const queued = Math.max(0, performance.now() - comes - STEP_FORWARD);
    visits.push({ ...(await visit(page, cards[person % cards.length] ?? '')), queued });
  }
  return visits;
}

async function visit(page: Page, card: string): Promise<Omit<Visit, 'queued'>> {
  await showQr(page, card);
  await page.waitForFunction(
    () => Number(globalThis.fakeCamera.screens['result']) > globalThis.fakeCamera.shownAt,
    undefined,
    { timeout: PATIENCE },
  );
  const outcome = (await page.locator('[data-result]').getAttribute('data-result')) ?? 'none';
  const { result: waited, acted } = await waitsOn(page);
  return { outcome, waited, whole: waited + acted };
}
