import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Page } from 'playwright-core';
import { percentile } from '../../scripts/bench/percentile.js';
import { mouseOver } from '../support/board-gestures.js';
import { type Layout, type RemoteBoard } from '../support/board-page.js';
import { BoardStage, type OpenBoard, untilLayout } from '../support/board-stage.js';
import { firstCardsAt, framesDuring, slowDown, touchedDuring } from '../support/board-watching.js';
import { withoutChromium } from '../support/chromium.js';
import { withoutPostgres } from '../support/servers.js';
import { until } from '../support/until.js';

/** REFERENCES, K5. */
const COLUMNS = 8;
const CARDS_EACH = 125;
const SLOWER = 4;
const FIRST_CARDS_MS = 2_000;
const FRAME_MS = 32;
const CARRIES = 4;

const CLIENTS = 3;
/** Of each client; `BOARD_MOVES=500` for the long form. */
const MOVES = Number(process.env['BOARD_MOVES'] ?? 12);

const nameOf = (column: number): string => `Columna ${column + 1}`;
const titleOf = (column: number, card: number): string =>
  `C${column + 1}-${card + 1} Revisar la ficha y llamar a la familia`;

const layoutOf = (columns: number, cards: number): Layout =>
  Object.fromEntries(
    Array.from({ length: columns }, (_, column) => [
      nameOf(column),
      Array.from({ length: cards }, (__, card) => titleOf(column, card)),
    ]),
  );

describe('a board of a thousand cards', { skip: withoutPostgres || withoutChromium }, () => {
  let stage: BoardStage;
  let large: RemoteBoard;

  before(async () => {
    stage = await BoardStage.start();
    large = await stage.newBoard(layoutOf(COLUMNS, CARDS_EACH));
  });
  after(async () => {
    await stage.stop();
  });

  /** With every card drawn: those that are not seen come after those that are. */
  const allDrawn = async ({ page }: OpenBoard): Promise<void> => {
    await until(async () => (await page.locator('[data-card]').count()) === COLUMNS * CARDS_EACH, 20_000);
    // A card takes its true height when it comes into view.
    await page.waitForTimeout(500);
  };
  const openLarge = async (): Promise<OpenBoard> => {
    const opened = await stage.open(large);
    await allDrawn(opened);
    return opened;
  };

  it('is seen, and carried over, as fast as on a small one, on a processor four times slower', async (test) => {
    const opened = await stage.open(large);
    const { page, board } = opened;
    await slowDown(page, SLOWER);
    await page.reload();
    const firstCards = await firstCardsAt(page);
    await allDrawn(opened);

    test.diagnostic(`${COLUMNS * CARDS_EACH} cards, ${SLOWER}× slower: first cards after ${Math.round(firstCards)} ms`);
    assert.ok(firstCards <= FIRST_CARDS_MS, `first cards after ${Math.round(firstCards)} ms`);

    // On a machine that does other things too, the best of some says what the board can do.
    const p95s: number[] = [];
    while (p95s.length < CARRIES && !p95s.some((p95) => p95 <= FRAME_MS)) {
      await mouseOver(page, board.card(titleOf(0, 1)), board.card(titleOf(0, 3)));
      const frames = await framesDuring(page, () => carryOverAll(page));
      await page.keyboard.press('Escape');
      await page.mouse.up();
      const figures = [0.5, 0.95, 1].map((part) => percentile(frames, part).toFixed(1)).join('/');
      test.diagnostic(`frames of carrying, p50/p95/max ms: ${figures}`);
      p95s.push(percentile(frames, 0.95));
    }
    assert.ok(Math.min(...p95s) <= FRAME_MS, `p95 of a frame, ms: ${p95s.join(', ')}`);
    await page.context().close();
  });

  it('leaves every other card’s element alone when one is dropped, upwards, downwards and in another column', async () => {
    const { page, board } = await openLarge();
    const drops = [
      [titleOf(0, 3), titleOf(0, 0)],
      [titleOf(0, 0), titleOf(0, 5)],
      [titleOf(0, 2), titleOf(2, 1)],
    ] as const;
    for (const [card, target] of drops) {
      const { touched, replaced } = await touchedDuring(page, async () => {
        await mouseOver(page, board.card(card), board.card(target));
        const answered = page.waitForResponse(
          (response) => response.request().postData()?.includes('moveCard(') === true,
        );
        await page.mouse.up();
        await answered;
        // The subscription tells the same once more.
        await page.waitForTimeout(500);
      });
      assert.deepEqual(touched, [card]);
      assert.deepEqual(replaced, [card]);
    }
    await untilLayout(board, await large.layout());
    await page.context().close();
  });

  it('keeps place and focus when a card is opened and closed', async () => {
    const { page, board } = await openLarge();
    const far = board.link(titleOf(7, 120));
    await far.scrollIntoViewIfNeeded();
    await far.focus();
    await page.waitForTimeout(500);
    const scrolled = () =>
      page.evaluate<unknown>(
        `[document.querySelector('[data-lanes]').scrollLeft, ...[...document.querySelectorAll('[data-list]')].map((list) => list.scrollTop)].join()`,
      );
    const before = await scrolled();
    const { touched } = await touchedDuring(page, async () => {
      await page.keyboard.press('Enter');
      await page.waitForURL('**/card/*');
      await page.goBack();
      await page.waitForURL((address) => !address.pathname.includes('/card/'));
    });
    assert.equal(await scrolled(), before);
    assert.deepEqual(touched, []);
    await until(async () => (await page.evaluate('document.activeElement.textContent')) === titleOf(7, 120));
    await page.context().close();
  });

  it(`has ${CLIENTS} clients agree with the server after ${MOVES} moves of each at once`, async (test) => {
    const small = await stage.newBoard(layoutOf(4, 6));
    const clients = await Promise.all(Array.from({ length: CLIENTS }, () => stage.open(small)));
    const random = randomFrom(20_260);
    const titles = Object.values(layoutOf(4, 6)).flat();
    const start = performance.now();
    await Promise.all(
      clients.map(async (client) => {
        for (let move = 0; move < MOVES; move++) await carrySomewhere(client, titles, random);
      }),
    );
    const last = performance.now() - start;
    // What was sent last is on its way for a moment.
    const agree = async () => {
      const layouts = await Promise.all([small, ...clients.map(({ board }) => board)].map((of) => of.layout()));
      return new Set(layouts.map((layout) => JSON.stringify(layout))).size === 1;
    };
    await until(agree, 10_000);
    const layout = await small.layout();
    assert.deepEqual(Object.values(layout).flat().toSorted(), titles.toSorted());
    test.diagnostic(`${CLIENTS * MOVES} moves in ${(last / 1_000).toFixed(1)} s; all agree`);
    for (const { page, faults } of clients) {
      assert.deepEqual(faults, []);
      await page.context().close();
    }
  });
});

/** From the first column to the last that is seen, up and down. */
async function carryOverAll(page: Page): Promise<void> {
  for (let step = 0; step < 240; step++) {
    const share = step / 240;
    await page.mouse.move(60 + share * 1_100, 400 + 200 * Math.sin(share * 20));
  }
}

const STEPS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];

async function carrySomewhere(
  { page, board }: OpenBoard,
  titles: readonly string[],
  random: (below: number) => number,
) {
  await board.link(titles[random(titles.length)]!).focus();
  await page.keyboard.press('Space');
  for (let step = random(4) + 1; step > 0; step--) await page.keyboard.press(STEPS[random(STEPS.length)]!);
  await page.keyboard.press('Space');
}

/** The same in each run: a linear congruential generator (Numerical Recipes). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
