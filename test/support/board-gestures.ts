import { type Locator, type Page } from 'playwright-core';

interface Point {
  readonly x: number;
  readonly y: number;
}

async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('It is not on the page.');
  return box;
}

const middleOf = async (locator: Locator): Promise<Point> => {
  const { x, y, width, height } = await boxOf(locator);
  return { x: x + width / 2, y: y + height / 2 };
};

/** Just above a card, or in the middle of an empty column. */
const aboveOf = async (locator: Locator): Promise<Point> => {
  const { x, y, width } = await boxOf(locator);
  return { x: x + width / 2, y: y + 4 };
};

/** Takes a card with the mouse and holds it over another one. */
export async function mouseOver(page: Page, card: Locator, target: Locator): Promise<void> {
  const from = await middleOf(card);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y + 8, { steps: 2 });
  const to = await aboveOf(target);
  await page.mouse.move(to.x, to.y, { steps: 10 });
}

/** A finger, as the browser has it from the screen. */
export async function fingerOn(page: Page) {
  const session = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Point[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  return {
    down: async (point: Point) => send('touchStart', [point]),
    /** In steps, as a finger does it. */
    glide: async (from: Point, to: Point, steps = 12) => {
      for (let step = 1; step <= steps; step++) {
        const share = step / steps;
        await send('touchMove', [{ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }]);
        await page.waitForTimeout(16);
      }
    },
    up: async () => send('touchEnd', []),
    middleOf,
    aboveOf,
  };
}
