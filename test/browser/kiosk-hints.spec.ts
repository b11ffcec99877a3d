import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Page } from 'playwright-core';
import { showQr, standBefore, still } from '../../scripts/kiosk-page/kiosk-page.js';
import { withoutChromium } from '../support/chromium.js';
import { frames, type Frames } from '../support/frames.js';
import { idle, type KioskPlace, openKiosk, openPlace } from '../support/kiosk-page.js';
import { scenery } from '../support/scenery.js';
import { withoutPostgres } from '../support/servers.js';

/** Milliseconds for which a hint must stay. */
const STABLE = 700;

describe('hints before a picture is taken', { skip: withoutPostgres || withoutChromium }, () => {
  let place: KioskPlace;
  let pictures: Frames;
  let page: Page;
  let faults: readonly string[];
  let card: string;
  const uploads: string[] = [];

  before(async () => {
    [place, pictures] = await Promise.all([openPlace(), frames()]);
    const { desk } = place;
    card = (await desk.enrol(pictures.genuine, 'Ada Prueba')).card;
    ({ page, faults } = await openKiosk(place, await desk.checkpoint()));
    page.on('request', (request) => request.url().endsWith('/captures') && uploads.push(request.url()));
    // The library and its networks come while nobody is there; how soon depends on what else the machine does.
    for (let tries = 0; tries < 10 && !(await hasHints()); tries++) await page.waitForTimeout(3_000);
  });
  after(() => place.stop());

  const leaves = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Necesito ayuda' }).click();
    await page.getByRole('button', { name: 'Volver' }).click();
    await idle(page);
  };
  const sees = async (picture: Buffer): Promise<void> => {
    await leaves();
    await standBefore(page, still(picture));
    uploads.length = 0;
    await showQr(page, card);
    await page.locator('[data-screen="framing"]').waitFor();
  };
  const hasHints = async (): Promise<boolean> => {
    await sees(pictures.nobody);
    const hint = page.locator('[data-hint]').waitFor({ timeout: 3_000 });
    const isThere = await hint.then(
      () => true,
      () => false,
    );
    await leaves();
    return isThere;
  };

  const cases: readonly [hint: string, text: string, see: (given: Frames) => Buffer | Promise<Buffer>][] = [
    ['NO_FACE', 'Póngase delante', ({ nobody }) => nobody],
    ['SEVERAL_FACES', 'Una sola persona', ({ two }) => two],
    ['TOO_SMALL', 'Acérquese un poco', ({ probe }) => scenery.nearer(probe, 0.4)],
    ['TOO_CLOSE', 'Aléjese un poco', ({ probe }) => scenery.nearer(probe, 1.8)],
    ['CUT_OFF', 'Póngase en el centro', ({ probe }) => scenery.aside(probe, 0.27)],
    ['TOO_DARK', 'Busque más luz', ({ probe }) => scenery.lit(probe, 0.25)],
    ['TOO_BRIGHT', 'Evite tanta luz', ({ probe }) => scenery.washedOut(probe)],
    ['BLURRED', 'Quédese quieto', ({ other }) => scenery.moved(other)],
  ];
  for (const [hint, text, see] of cases) {
    it(`${hint} is said as “${text}”, and nothing is sent`, async () => {
      await sees(await see(pictures));
      const shown = page.locator(`[data-hint="${hint}"]`);
      await shown.waitFor({ timeout: 5_000 });
      assert.equal(await shown.locator('h1').textContent(), text);
      assert.ok(text.split(' ').length <= 4);
      assert.equal(await shown.locator('svg').count(), 1);
      assert.deepEqual(uploads, []);
      assert.deepEqual(faults, []);
    });
  }

  it('stay long enough to be read, however fast it changes before the camera', async () => {
    await page.evaluate(`
      window.hints = [];
      new MutationObserver(() => {
        const hint = document.querySelector('[data-screen="framing"] .panel')?.getAttribute('data-hint');
        if (hint !== undefined && hint !== window.hints.at(-1)?.hint) window.hints.push({ hint, at: performance.now() });
      }).observe(document.querySelector('main'), { subtree: true, childList: true, attributes: true });
    `);
    const [near, far] = [await scenery.nearer(pictures.probe, 1.8), await scenery.nearer(pictures.probe, 0.4)];
    await sees(near);
    for (let change = 0; change < 12; change++) {
      await standBefore(page, still(change % 2 === 0 ? far : near));
      await page.waitForTimeout(250);
    }
    const hints = await page.evaluate<{ hint: string | null; at: number }[]>('window.hints');
    const said = hints.filter(({ hint }) => hint !== null);
    assert.ok(said.length >= 2, JSON.stringify(hints));
    for (const [index, { at }] of said.entries()) {
      const next = said[index + 1];
      if (next !== undefined) assert.ok(next.at - at >= STABLE - 30, JSON.stringify(hints));
    }
  });
});
