import { type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { readQr } from '../../scripts/client/read-qr.js';
import { openPage, type WatchedPage } from './chromium.js';

/** A narrow one, held upright. */
const PHONE: BrowserContextOptions = {
  viewport: { width: 320, height: 640 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

export const openPhone = (browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> =>
  openPage(browser, { ...PHONE, ...options });

export const passOn = (page: Page, kind: 'shown' | 'covered' | 'none' | 'waiting' = 'shown') =>
  page.locator(`[data-pass="${kind}"]`);

/** What a kiosk reads off the screen. @throws ApiError when there is no QR on it */
export async function readPass(page: Page): Promise<string> {
  await passOn(page).waitFor();
  const png = await passOn(page).screenshot();
  return readQr(`data:image/png;base64,${png.toString('base64')}`);
}

/** The pass that follows this one on the screen. */
export async function passAfter(page: Page, text: string): Promise<string> {
  for (;;) {
    const next = await readPass(page);
    if (next !== text) return next;
    await page.waitForTimeout(200);
  }
}

// As text: what compiles the tests knows of no page.

/** Hidden as behind another tab, or seen again. */
export const setHidden = (page: Page, isHidden: boolean): Promise<void> =>
  page.evaluate(`
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: '${isHidden ? 'hidden' : 'visible'}' });
    document.dispatchEvent(new Event('visibilitychange'));
  `);

/** All that scripts of this origin can read of what the browser keeps. */
export const keptBy = (page: Page): Promise<string> =>
  page.evaluate(`(async () => {
    const kept = [location.href, document.cookie, JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) kept.push(request.url, await (await cache.match(request)).text());
    }
    for (const { name } of await indexedDB.databases()) kept.push(name);
    return kept.join('\\n');
  })()`);

/** Until the worker of the page is at work, and the shell with it. @returns its scope */
export const workerReady = (page: Page): Promise<string> =>
  page.evaluate('navigator.serviceWorker.ready.then(({ scope }) => scope)');
