import { type TestContext } from 'node:test';
import { type BrowserContextOptions, type Locator, type Page } from 'playwright-core';
import { giveCamera } from '../../scripts/kiosk-page/kiosk-page.js';
import { ApiClient } from '../../scripts/client/api-client.js';
import { Desk } from '../../scripts/client/desk.js';
import { type BrowserStack, startBrowserStack } from './browser-stack.js';
import { openPage, type WatchedPage } from './chromium.js';

/** All that a kiosk's page needs around it. */
export interface KioskPlace extends BrowserStack {
  readonly desk: Desk;
}

export async function openPlace(): Promise<KioskPlace> {
  const running = await startBrowserStack();
  const { api, admin } = running.stack;
  return { ...running, desk: new Desk(await ApiClient.signIn(api.url, admin)) };
}

/** A page with a camera of ours, that is no kiosk yet. */
export async function openKioskPage(
  { browser, url }: Pick<KioskPlace, 'browser' | 'url'>,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const watched = await openPage(browser, options);
  await giveCamera(watched.page);
  await watched.page.goto(`${url}/kiosk`);
  return watched;
}

/** A kiosk at work, paired as by the administration's QR. */
export async function openKiosk(
  { browser, url, desk }: KioskPlace,
  checkpointId: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const watched = await openPage(browser, options);
  await giveCamera(watched.page);
  await watched.page.goto(`${url}/kiosk#code=${await desk.pairingCode(checkpointId)}`);
  await idle(watched.page);
  return watched;
}

export const result = (page: Page): Locator => page.locator('[data-result]');

export const screen = (page: Page, name: string): Locator => page.locator(`[data-screen="${name}"]`);

export const fault = (page: Page, name: string): Locator => page.locator(`[data-fault="${name}"]`);

export const idle = (page: Page): Promise<void> => screen(page, 'idle').waitFor();

/** Milliseconds from when the cause has gone to when the kiosk is at work again. */
export const RECOVERY = 5_000;

/** Where the cause of a fault has gone just now. */
export async function recovers(test: TestContext, page: Page, from: string): Promise<void> {
  const began = performance.now();
  await screen(page, 'idle').waitFor({ timeout: RECOVERY });
  test.diagnostic(`${from}: at work again ${Math.round(performance.now() - began)} ms after the cause has gone`);
}

export async function pairOn(page: Page, desk: Desk, checkpointId: string): Promise<void> {
  await page.getByRole('textbox').fill(await desk.pairingCode(checkpointId));
  await page.getByRole('button', { name: /^(conectar|connect)$/i }).click();
  await idle(page);
}

/** Bytes of JavaScript, as compressed, that a page has loaded without the hints on the face. */
export const scriptBytesOf = (page: Page): Promise<number> =>
  page.evaluate(() =>
    (performance.getEntriesByType('resource') as unknown as { name: string; encodedBodySize: number }[])
      .filter(({ name }) => name.endsWith('.js') && !name.includes('face.worker'))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  );
