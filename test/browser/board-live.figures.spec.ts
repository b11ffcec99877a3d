import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { BoardStage } from '../support/board-stage.js';
import { DOING, DONE, START, WAYS } from '../support/board-ways.js';
import { withoutChromium } from '../support/chromium.js';
import { withoutPostgres } from '../support/servers.js';
import { until } from '../support/until.js';

describe('a board that two people look at', { skip: withoutPostgres || withoutChromium }, () => {
  let stage: BoardStage;

  before(async () => {
    stage = await BoardStage.start();
  });
  after(() => stage.stop());

  it('shows within a second what is done elsewhere, in both directions', async (test) => {
    const remote = await stage.newBoard(START);
    const [here, there] = await Promise.all([stage.open(remote), stage.open(remote, {}, stage.stack.admin)]);
    await WAYS.keyboard(here);
    const untilThere = await until(async () => (await there.board.layout())[DOING]?.includes('Bea') === true);
    await there.board.link('Ana').focus();
    for (const key of ['Space', 'ArrowRight', 'ArrowRight', 'Space']) await there.page.keyboard.press(key);
    const untilHere = await until(async () => (await here.board.layout())[DONE]?.includes('Ana') === true);
    const addedAt = performance.now();
    await remote.add(DONE, 'Nueva');
    await here.board.card('Nueva').waitFor();
    const untilAdded = performance.now() - addedAt;
    test.diagnostic(`elsewhere after ${[untilThere, untilHere, untilAdded].map(Math.round).join(', ')} ms`);
    assert.ok(Math.max(untilThere, untilHere, untilAdded) < 1_000);
    assert.deepEqual([...here.faults, ...there.faults], []);
    await here.page.context().close();
    await there.page.context().close();
  });
});
