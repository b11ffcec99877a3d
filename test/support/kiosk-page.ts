import { type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import QRCode from 'qrcode';
import { type Desk } from '../../scripts/client/desk.js';
import { perform } from '../../scripts/demo/actor.js';
import { fromRoot } from '../../src/config/paths.js';
import { openPage, type WatchedPage } from './chromium.js';

const STEPS = ['LOOK_LEFT', 'LOOK_RIGHT', 'BLINK', 'COME_CLOSER'];

/** `fake-camera.js` as a page sees it. */
export interface FakeCamera {
  refuses: string | undefined;
  picture: 'lively' | 'black' | 'frozen';
  shownAt: number;
  screens: Readonly<Record<string, number>>;
  showQr(url: string): Promise<void>;
  loadFrames(urls: Readonly<Record<string, string>>): Promise<void>;
  unplug(): void;
}

declare global {
  var fakeCamera: FakeCamera;
}

const urlOf = (jpeg: Buffer): string => `data:image/jpeg;base64,${jpeg.toString('base64')}`;

/** Somebody who does any step at any place of a challenge: the scene's name and place → picture. */
export async function actor(): Promise<Record<string, string>> {
  const frames: Record<string, string> = {};
  for (const step of STEPS) {
    const played = await perform([step, step, step]);
    played.frames.forEach((jpeg, scene) => (frames[`${scene % 2 === 0 ? 'STRAIGHT' : step}:${scene}`] = urlOf(jpeg)));
  }
  return frames;
}

/** Somebody who only looks. */
export const still = (jpeg: Buffer): Record<string, string> => ({ 'STRAIGHT:0': urlOf(jpeg) });

/** A page with a camera of ours, that is no kiosk yet. */
export async function openKioskPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const watched = await openPage(browser, options);
  await watched.page.addInitScript({ path: fromRoot('test/support/fake-camera.js') });
  await watched.page.goto(`${url}/kiosk`);
  return watched;
}

export async function pairOn(page: Page, desk: Desk, checkpointId: string): Promise<void> {
  await page.getByRole('textbox').fill(await desk.pairingCode(checkpointId));
  await page.getByRole('button', { name: /^(conectar|connect)$/i }).click();
  await page.locator('[data-screen="idle"]').waitFor();
}

export async function showQr(page: Page, text: string): Promise<void> {
  const qr = await QRCode.toDataURL(text, { width: 600, margin: 4 });
  await page.evaluate((url) => globalThis.fakeCamera.showQr(url), qr);
}

export async function standBefore(page: Page, frames: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((urls) => globalThis.fakeCamera.loadFrames(urls), frames);
}

/** Milliseconds from the QR in view to the result, without those in which somebody did the steps. */
export const waitedOn = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { shownAt, screens } = globalThis.fakeCamera;
    const { acting, sending, result = NaN } = screens;
    return result - shownAt - (acting === undefined || sending === undefined ? 0 : sending - acting);
  });

/** Bytes of JavaScript, as compressed, that a page has loaded without the hints on the face. */
export const scriptBytesOf = (page: Page): Promise<number> =>
  page.evaluate(() =>
    (performance.getEntriesByType('resource') as unknown as { name: string; encodedBodySize: number }[])
      .filter(({ name }) => name.endsWith('.js') && !name.includes('face.worker'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  );
