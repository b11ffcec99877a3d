import { type Page } from 'playwright-core';

/** `board-watch.js` as a page sees it. */
interface BoardWatch {
  readonly firstCardsAt: number | undefined;
  readonly touched: readonly string[];
  countFrames(): void;
  stopCounting(): number[];
  remember(): void;
  replaced(): string[];
}

declare global {
  var boardWatch: BoardWatch;
}

/** Milliseconds from the address to the first frame with cards. */
export async function firstCardsAt(page: Page): Promise<number> {
  await page.waitForFunction(() => Number(globalThis.boardWatch.firstCardsAt) > 0);
  return page.evaluate(() => globalThis.boardWatch.firstCardsAt ?? NaN);
}

/** How long each frame took while something was done, milliseconds. */
export async function framesDuring(page: Page, work: () => Promise<void>): Promise<number[]> {
  await page.evaluate(() => {
    globalThis.boardWatch.countFrames();
  });
  await work();
  return page.evaluate(() => globalThis.boardWatch.stopCounting());
}

/** What was done to the elements of cards: those that were taken out or put in, and those that have another one now. */
export async function touchedDuring(
  page: Page,
  work: () => Promise<void>,
): Promise<{ touched: string[]; replaced: string[] }> {
  await page.evaluate(() => {
    globalThis.boardWatch.remember();
  });
  await work();
  return page.evaluate(() => ({
    touched: [...new Set(globalThis.boardWatch.touched)],
    replaced: globalThis.boardWatch.replaced(),
  }));
}

/** As on a processor that is so many times slower. */
export async function slowDown(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}
