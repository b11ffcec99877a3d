import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { showQr, standBefore, still } from '../../scripts/kiosk-page/kiosk-page.js';
import { accessibilityFaults, withoutChromium } from '../support/chromium.js';
import { frames, type Frames } from '../support/frames.js';
import { fault, idle, type KioskPlace, openKiosk, openPlace, recovers, RECOVERY } from '../support/kiosk-page.js';
import { withoutPostgres } from '../support/servers.js';

const refuse = (name: string) => `fakeCamera.refuses = '${name}'; fakeCamera.unplug()`;

describe('the camera of a kiosk', { skip: withoutPostgres || withoutChromium }, () => {
  let place: KioskPlace;
  let pictures: Frames;

  before(async () => {
    [place, pictures] = await Promise.all([openPlace(), frames()]);
  });
  after(() => place.stop());

  const cameraCases: readonly [fault: string, title: string, cause: string, end: string][] = [
    ['denied', 'La cámara no tiene permiso', refuse('NotAllowedError'), 'fakeCamera.refuses = undefined'],
    ['none', 'No hay cámara', refuse('NotFoundError'), 'fakeCamera.refuses = undefined'],
    ['busy', 'La cámara está ocupada', refuse('NotReadableError'), 'fakeCamera.refuses = undefined'],
    ['black', 'La cámara no ve nada', `fakeCamera.picture = 'black'`, `fakeCamera.picture = 'lively'`],
    ['frozen', 'La imagen se ha parado', `fakeCamera.picture = 'frozen'`, `fakeCamera.picture = 'lively'`],
    [
      'insecure',
      'Conexión no segura',
      'fakeCamera.isHidden = true; fakeCamera.unplug()',
      'fakeCamera.isHidden = false',
    ],
  ];

  it('says what is wrong with its camera, and works again by itself', async (t) => {
    const { page, faults } = await openKiosk(place, await place.desk.checkpoint());
    for (const [name, title, cause, end] of cameraCases) {
      await page.evaluate(cause);
      await fault(page, name).waitFor();
      await page.getByRole('heading', { name: title }).waitFor();
      await page.getByText('Volvemos a probar solos.').waitFor();
      assert.deepEqual(await accessibilityFaults(page), []);
      await page.evaluate(end);
      await recovers(t, page, name);
    }
    assert.deepEqual(faults, []);
  });

  it('says that a camera was unplugged in the middle of a visit, and begins anew', async (t) => {
    const { desk } = place;
    const { card } = await desk.enrol(pictures.genuine);
    const { page, faults } = await openKiosk(place, await desk.checkpoint());
    // Nobody before it: it waits for a face.
    await standBefore(page, still(pictures.nobody));
    await showQr(page, card);
    await page.locator('[data-screen="framing"]').waitFor();
    await page.evaluate(() => {
      globalThis.fakeCamera.refuses = 'NotFoundError';
      globalThis.fakeCamera.unplug();
    });
    await fault(page, 'unplugged').or(fault(page, 'none')).waitFor();
    await page.evaluate(() => (globalThis.fakeCamera.refuses = undefined));
    await recovers(t, page, 'unplugged');
    assert.deepEqual(faults, []);
  });

  it('stays on the screen of a fault while it opens the camera again and again', async () => {
    const { page } = await openKiosk(place, await place.desk.checkpoint());
    for (const picture of ['black', 'frozen'] as const) {
      await page.evaluate((how) => (globalThis.fakeCamera.picture = how), picture);
      await fault(page, picture).waitFor();
      const opened = await page.evaluate(() => globalThis.fakeCamera.widths.length);
      const seen = new Set<string | null>();
      const until = performance.now() + 8_000;
      while (performance.now() < until) seen.add(await page.locator('main').getAttribute('data-screen'));
      assert.deepEqual([...seen], ['fault']);
      assert.ok((await page.evaluate(() => globalThis.fakeCamera.widths.length)) > opened);
      await page.evaluate(() => (globalThis.fakeCamera.picture = 'lively'));
      await idle(page);
    }
  });

  it('goes on with a camera that is slow, asks it for less, and says so for as long', async (t) => {
    const { page, faults } = await openKiosk(place, await place.desk.checkpoint());
    const notice = page.locator('[data-notice="slow"]');
    await page.evaluate(() => (globalThis.fakeCamera.rate = 6));
    await notice.waitFor();
    await idle(page);
    assert.deepEqual(await accessibilityFaults(page), []);
    await page.waitForFunction(() => globalThis.fakeCamera.widths.at(-1) === 640);
    await page.evaluate(() => (globalThis.fakeCamera.rate = 30));
    const began = performance.now();
    await notice.waitFor({ state: 'detached', timeout: RECOVERY });
    t.diagnostic(`slow: ${Math.round(performance.now() - began)} ms after the cause has gone`);
    assert.deepEqual(faults, []);
  });

  it('says that it has another camera than the chosen one, and takes that as soon as it is there', async (t) => {
    const { page, faults } = await openKiosk(place, await place.desk.checkpoint());
    await page.evaluate(() => (globalThis.fakeCamera.plugged = ['first', 'second']));
    await page.getByRole('button', { name: 'Personal' }).click();
    await page.getByRole('button', { name: 'Cambiar de cámara' }).click();
    await page.getByRole('button', { name: 'Volver' }).click();
    await idle(page);
    const notice = page.locator('[data-notice="wrong"]');
    assert.equal(await notice.count(), 0);
    await page.evaluate(() => {
      globalThis.fakeCamera.plugged = ['first'];
      globalThis.fakeCamera.unplug();
    });
    await notice.waitFor();
    assert.deepEqual(await accessibilityFaults(page), []);
    await page.evaluate(() => (globalThis.fakeCamera.plugged = ['first', 'second']));
    const began = performance.now();
    await notice.waitFor({ state: 'detached', timeout: RECOVERY });
    t.diagnostic(`wrong: ${Math.round(performance.now() - began)} ms after the cause has gone`);
    assert.deepEqual(faults, []);
  });
});
