import { type Page } from 'playwright-core';
import { showQr, standBefore, still } from '../../scripts/kiosk-page/kiosk-page.js';
import { idle } from './kiosk-page.js';

/** What a tour of a kiosk shows. */
export interface Guide {
  /** Of somebody without a PIN. */
  readonly card: string;
  readonly looks: Buffer;
  readonly nobody: Buffer;
}

/** How to reach a screen from the idle one; {@link leaveScreen} comes back. */
type Way = (page: Page, guide: Guide) => Promise<unknown>;

const press = (page: Page, name: RegExp): Promise<void> => page.getByRole('button', { name }).click();
const until = (page: Page, selector: string): Promise<void> => page.locator(selector).waitFor();

async function camera(page: Page, change: string, fault: string): Promise<void> {
  await page.evaluate(change);
  await until(page, `[data-fault="${fault}"], [data-notice="${fault}"]`);
}

/** Every screen of a kiosk at a passive checkpoint. */
export const SCREENS: Readonly<Record<string, Way>> = {
  idle: () => Promise.resolve(),
  framing: async (page, { card, nobody }) => {
    await standBefore(page, still(nobody));
    await showQr(page, card);
    await until(page, '[data-screen="framing"]');
  },
  sending: async (page, { card, looks }) => {
    await page.route('**/captures', async (route) => {
      await page.waitForTimeout(5_000);
      // Whoever looks has gone on by then.
      await route.abort().catch(() => undefined);
    });
    await standBefore(page, still(looks));
    await showQr(page, card);
    await until(page, '[data-screen="sending"]');
    await page.waitForTimeout(3_000);
  },
  refused: async (page) => {
    await showQr(page, 'a QR of a shop');
    await until(page, '[data-result="refused"]');
  },
  help: (page) => press(page, /ayuda|help/i),
  withoutSteps: async (page) => {
    await press(page, /ayuda|help/i);
    await press(page, /No puedo|I cannot/);
  },
  noFace: async (page) => {
    await press(page, /ayuda|help/i);
    await press(page, /No quiero|I do not/);
  },
  staff: (page) => press(page, /^(Personal|Staff)$/),
  outOfOrder: async (page) => {
    await press(page, /^(Personal|Staff)$/);
    await press(page, /Fuera de|Out of/);
  },
  denied: (page) => camera(page, `fakeCamera.refuses = 'NotAllowedError'; fakeCamera.unplug()`, 'denied'),
  none: (page) => camera(page, `fakeCamera.refuses = 'NotFoundError'; fakeCamera.unplug()`, 'none'),
  black: (page) => camera(page, `fakeCamera.picture = 'black'`, 'black'),
  slow: (page) => camera(page, `fakeCamera.rate = 6`, 'slow'),
};

/** Back to the idle screen, whatever was looked at. */
export async function leaveScreen(page: Page): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.evaluate(`Object.assign(fakeCamera, { refuses: undefined, picture: 'lively', rate: 30 })`);
  // A kiosk whose camera is well again goes on by itself: its button may be gone before it is pressed.
  if ((await page.locator('[data-fault]').count()) > 0) return idle(page);
  // By a way that is there on every screen, but for this one: a result is gone by itself, and its button with it.
  if ((await page.locator('[data-screen="outOfOrder"]').count()) > 0) await press(page, /^(Volver a poner|Put back)/);
  else {
    await press(page, /^(Personal|Staff)$/);
    await press(page, /^(Volver|Back)$/);
  }
  await idle(page);
}
