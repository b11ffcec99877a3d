import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Page } from 'playwright-core';
import { ApiClient } from '../../scripts/client/api-client.js';
import { Desk } from '../../scripts/client/desk.js';
import { openPage, signInOn, withoutChromium } from '../support/chromium.js';
import { frames } from '../support/frames.js';
import { withoutPostgres } from '../support/servers.js';
import { type BrowserStack, startBrowserStack } from '../support/browser-stack.js';

const MANY = 1_000;
/** Milliseconds to the next page of a list. */
const NEXT_PAGE = 2_000;
/** Milliseconds from the upload of a picture to its line in the live feed, the worker's work with it. */
const LIVE = 8_000;

describe('lists of a thousand', { skip: withoutPostgres || withoutChromium }, () => {
  let running: BrowserStack;
  let desk: Desk;

  before(async () => {
    running = await startBrowserStack();
    const { api, admin } = running.stack;
    desk = new Desk(await ApiClient.signIn(api.url, admin));
  });
  after(() => running.stop());

  async function at(place: string): Promise<Page> {
    const { page } = await openPage(running.browser, { viewport: { width: 1280, height: 800 } });
    await page.goto(`${running.url}${place}`);
    await signInOn(page, running.stack.admin);
    return page;
  }
  const rowsOf = (page: Page, list: string) => page.getByRole('list', { name: list }).getByRole('listitem');

  /** Milliseconds of the slowest page on the way to the thousandth row. */
  async function slowestPage(page: Page, list: string, size: number): Promise<number> {
    const rows = rowsOf(page, list);
    await rows.nth(size - 1).waitFor();
    let slowest = 0;
    for (let shown = size; shown < MANY; shown += size) {
      const start = performance.now();
      await page.getByRole('button', { name: 'Mostrar más' }).click();
      await rows.nth(shown + size - 1).waitFor();
      slowest = Math.max(slowest, performance.now() - start);
    }
    return slowest;
  }

  it('are shown quickly to the last validation, and are live on top of them', async (t) => {
    const [{ genuine, probe }, door] = await Promise.all([frames(), desk.checkpoint()]);
    const { card } = await desk.enrol(genuine, 'Ada Prueba');
    await running.database.query(
      `INSERT INTO validation_attempts (id, checkpoint_id, state, reason, opened_by, correlation_id, deadline_at, finished_at)
       SELECT uuidv7(), $1, 'REJECTED', 'CREDENTIAL_INVALID', $1, 'spec', now(), now() FROM generate_series(1, ${MANY})`,
      [door],
    );
    const page = await at('/admin/live');
    const slowest = await slowestPage(page, 'Validaciones', 50);
    const start = performance.now();
    await desk.validate(door, card, [probe]);
    await rowsOf(page, 'Validaciones').first().getByText('Identidad confirmada').waitFor();
    const live = performance.now() - start;
    t.diagnostic(
      `the slowest page of 50: ${Math.round(slowest)} ms; a validation is there after ${Math.round(live)} ms`,
    );
    assert.ok(slowest < NEXT_PAGE, String(slowest));
    assert.ok(live < LIVE, String(live));
  });

  it('are shown quickly to the last person, and searched among all', async (t) => {
    for (let first = 0; first < MANY; first += 500)
      await desk.importPeople(Array.from({ length: 500 }, (_, index) => `Larga Lista ${first + index}`));
    const page = await at('/enrol/people');
    const slowest = await slowestPage(page, 'Personas', 100);
    const start = performance.now();
    await page.getByRole('searchbox').fill(`lista ${MANY - 1}`);
    await rowsOf(page, 'Personas')
      .filter({ hasText: `Larga Lista ${MANY - 1}` })
      .waitFor();
    const found = performance.now() - start;
    t.diagnostic(`the slowest page of 100: ${Math.round(slowest)} ms; somebody is found after ${Math.round(found)} ms`);
    assert.ok(slowest < NEXT_PAGE, String(slowest));
    assert.ok(found < NEXT_PAGE, String(found));
  });
});
