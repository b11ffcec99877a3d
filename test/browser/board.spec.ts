import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fingerOn, mouseOver } from '../support/board-gestures.js';
import { BoardStage, focusedText, movesOf, saying, untilLayout } from '../support/board-stage.js';
import { AFTER, DOING, DONE, START, TODO, WAYS } from '../support/board-ways.js';
import { withoutChromium } from '../support/chromium.js';
import { withoutPostgres } from '../support/servers.js';
import { until } from '../support/until.js';

describe('moving cards on the board', { skip: withoutPostgres || withoutChromium }, () => {
  let stage: BoardStage;

  before(async () => {
    stage = await BoardStage.start();
  });
  after(async () => {
    await stage.stop();
  });

  for (const [way, move] of Object.entries(WAYS)) {
    it(`moves a card by ${way}, with the one request that all of them send`, async () => {
      const remote = await stage.newBoard(START);
      const { page, faults, board } = await stage.open(remote, { hasTouch: true });
      const sent = movesOf(page);
      const { id, version } = await remote.card('Bea');
      const { columns } = await remote.view();
      await move({ page, board });
      await untilLayout(board, AFTER);
      await untilLayout(remote, AFTER);
      assert.deepEqual(sent, [
        {
          cardId: id,
          toColumnId: columns.find(({ name }) => name === DOING)?.id,
          afterCardId: (await remote.card('Dora')).id,
          expectedVersion: version,
        },
      ]);
      await saying(page, `Movida a ${DOING}`).waitFor();
      assert.deepEqual(faults, []);
      await page.context().close();
    });
  }

  it('takes a finger that scrolls for one that scrolls', async () => {
    const many = Array.from({ length: 30 }, (_, index) => `Tarjeta ${index}`);
    const remote = await stage.newBoard({ [TODO]: many, [DONE]: [] });
    const { page, board } = await stage.open(remote, { hasTouch: true, viewport: { width: 360, height: 640 } });
    const sent = movesOf(page);
    const finger = await fingerOn(page);
    const from = await finger.middleOf(board.card('Tarjeta 3'));
    await finger.down(from);
    await finger.glide(from, { x: from.x, y: from.y - 200 });
    await sleep(500);
    await finger.glide({ x: from.x, y: from.y - 200 }, { x: from.x, y: from.y - 250 });
    await finger.up();
    assert.ok(Number(await page.evaluate(`document.querySelector('[data-list]').scrollTop`)) > 100);
    assert.equal(await page.locator('[data-carried]').count(), 0);
    assert.deepEqual(sent, []);
    assert.deepEqual((await board.layout())[TODO], many);
    await page.context().close();
  });

  it('opens a card by a click, and a click is no move', async () => {
    const remote = await stage.newBoard(START);
    const { page, board } = await stage.open(remote);
    const { id } = await remote.card('Bea');
    await board.link('Bea').click();
    await page.waitForURL(`**/board/${remote.id}/card/${id}`);
    await page.context().close();
  });

  it('tells a screen reader what a card is carried over, and leaves it with Escape where it was', async () => {
    const remote = await stage.newBoard(START);
    const { page, board } = await stage.open(remote);
    await board.link('Ana').focus();
    await page.keyboard.press('Space');
    assert.match(await board.announced(), /«Ana» levantada\. Por hacer, posición 1 de 3/);
    await page.keyboard.press('ArrowDown');
    assert.equal(await board.announced(), 'Por hacer, posición 2 de 3');
    await page.keyboard.press('ArrowRight');
    assert.equal(await board.announced(), 'En curso, posición 2 de 3');
    await page.keyboard.press('Escape');
    assert.equal(await board.announced(), '«Ana» sigue donde estaba');
    assert.deepEqual(await remote.layout(), START);
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await untilLayout(remote, { ...START, [TODO]: ['Bea', 'Ana', 'Carla'] });
    // Who carries on by keyboard is still on the same card.
    assert.equal(await focusedText(page), 'Ana');
    await page.keyboard.press('ArrowUp');
    assert.equal(await focusedText(page), 'Bea');
    await page.context().close();
  });

  it('shows the live card where somebody was faster, with a sentence', async () => {
    const remote = await stage.newBoard(START);
    const { page, board } = await stage.open(remote);
    await mouseOver(page, board.card('Bea'), board.card('Eva'));
    await remote.move('Bea', DONE);
    await until(async () => (await board.layout())[DONE]?.includes('Bea') === true);
    await page.mouse.up();
    await saying(page, 'Alguien ha cambiado «Bea» mientras tanto. Está en Hecho.').waitFor();
    const live = { [TODO]: ['Ana', 'Carla'], [DOING]: ['Dora', 'Eva'], [DONE]: ['Bea'] };
    await untilLayout(board, live);
    assert.deepEqual(await remote.layout(), live);
    await page.context().close();
  });

  it('says before the card is let go that a column takes no more', async () => {
    const remote = await stage.newBoard(START);
    await remote.limit(DOING, 2, 'BLOCK');
    const { page, board } = await stage.open(remote);
    const sent = movesOf(page);
    await board.column(DOING).getByText('2/2').waitFor();
    await mouseOver(page, board.card('Bea'), board.card('Eva'));
    const why = 'En curso está llena: 2 de 2. Saque antes una tarjeta.';
    await board.column(DOING).getByText(why).waitFor();
    assert.equal(await board.announced(), why);
    await page.mouse.up();
    assert.equal(await board.column(DOING).getByText(why).isVisible(), false);
    await board.link('Bea').focus();
    for (const key of ['Space', 'ArrowRight']) await page.keyboard.press(key);
    assert.match(await board.announced(), /En curso está llena: 2 de 2/);
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    assert.deepEqual(sent, []);
    // Within the column it may be moved, and as soon as there is room others come in.
    await board.link('Dora').focus();
    for (const key of ['Space', 'ArrowDown', 'Space']) await page.keyboard.press(key);
    await untilLayout(remote, { ...START, [DOING]: ['Eva', 'Dora'] });
    await remote.limit(DOING, 2, 'WARN');
    await until(async () => (await board.column(DOING).locator('[data-over="false"]').count()) === 1);
    await WAYS.menu({ page, board });
    await untilLayout(remote, { [TODO]: ['Ana', 'Carla'], [DOING]: ['Eva', 'Bea', 'Dora'], [DONE]: [] });
    await board.column(DOING).getByText('3/2').waitFor();
    await page.context().close();
  });
});
