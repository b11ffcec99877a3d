import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import { type Page } from 'playwright-core';
import { showQr, standBefore, still } from '../../scripts/kiosk-page/kiosk-page.js';
import { accessibilityFaults, withoutChromium } from '../support/chromium.js';
import { frames, type Frames } from '../support/frames.js';
import { idle, type KioskPlace, openKiosk, openKioskPage, openPlace, pairOn } from '../support/kiosk-page.js';
import { withoutPostgres } from '../support/servers.js';

/** Milliseconds from when the cause has gone to when the kiosk is at work again. */
const RECOVERY = 5_000;
/** For which the server may be away before it is said. */
const NOTICED = 15_000;

const refuse = (name: string) => `fakeCamera.refuses = '${name}'; fakeCamera.unplug()`;

describe('a kiosk that can’t work', { skip: withoutPostgres || withoutChromium }, () => {
  let place: KioskPlace;
  let pictures: Frames;

  before(async () => {
    [place, pictures] = await Promise.all([openPlace(), frames()]);
  });
  after(() => place.leave());

  const fault = (page: Page, name: string) => page.locator(`[data-fault="${name}"]`);

  /** The cause has gone just now. */
  async function recovers(t: TestContext, page: Page, from: string): Promise<void> {
    const began = performance.now();
    await page.locator('[data-screen="idle"]').waitFor({ timeout: RECOVERY });
    t.diagnostic(`${from}: at work again ${Math.round(performance.now() - began)} ms after the cause has gone`);
  }

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

  it('says when the server is away, and when it hangs, and goes on by itself', async (t) => {
    const { stack, desk } = place;
    const { page } = await openKiosk(place, await desk.checkpoint());
    await page.context().setOffline(true);
    await fault(page, 'server').waitFor({ timeout: NOTICED });
    assert.deepEqual(await accessibilityFaults(page), []);
    await page.context().setOffline(false);
    await recovers(t, page, 'offline');

    stack.api.kill('SIGSTOP');
    await fault(page, 'server').waitFor({ timeout: NOTICED });
    stack.api.kill('SIGCONT');
    await recovers(t, page, 'hanging');

    // What has no token yet, since it was switched on: it asks for one.
    stack.api.kill('SIGSTOP');
    await page.context().route('**/graphql', (route) => route.abort());
    stack.api.kill('SIGCONT');
    await page.reload();
    await fault(page, 'server').waitFor({ timeout: NOTICED });
    await page.context().unroute('**/graphql');
    await recovers(t, page, 'switched on without a server');
  });

  it('says that the network is slow while somebody waits, and has the answer all the same', async () => {
    const { desk } = place;
    const { card } = await desk.enrol(pictures.genuine, 'Ada Prueba');
    const { page, faults } = await openKiosk(place, await desk.checkpoint());
    await standBefore(page, still(pictures.probe));
    await page.route('**/captures', async (route) => {
      await new Promise((done) => setTimeout(done, 5_000));
      await route.continue();
    });
    await showQr(page, card);
    await page.getByText('La red va lenta. Seguimos intentándolo.').waitFor();
    await page.getByRole('heading', { name: '¡Adelante, Ada Prueba!' }).waitFor();
    assert.deepEqual(faults, []);
  });

  it('says that a validation came to nothing when the server went away during it', async () => {
    const { desk } = place;
    const { card } = await desk.enrol(pictures.genuine, 'Ada Prueba');
    const { page, faults } = await openKiosk(place, await desk.checkpoint());
    await standBefore(page, still(pictures.probe));
    await page.route('**/captures', (route) => route.abort());
    await showQr(page, card);
    await page.locator('[data-result="lost"]').waitFor();
    await page.getByRole('heading', { name: 'No hemos podido terminar' }).waitFor();
    await page.unroute('**/captures');
    await page.getByRole('button', { name: 'Reintentar' }).click();
    await showQr(page, card);
    await page.getByRole('heading', { name: '¡Adelante, Ada Prueba!' }).waitFor();
    assert.deepEqual(faults, []);
  });

  it('says that the checkpoint is closed, and that its clock is wrong', async (t) => {
    const { desk, database } = place;
    const checkpointId = await desk.checkpoint();
    const { page } = await openKiosk(place, checkpointId);
    await database.query(`UPDATE checkpoints SET closed_at = now() WHERE id = '${checkpointId}'`);
    await fault(page, 'closed').waitFor({ timeout: NOTICED });
    assert.deepEqual(await accessibilityFaults(page), []);
    await database.query(`UPDATE checkpoints SET closed_at = NULL WHERE id = '${checkpointId}'`);
    await recovers(t, page, 'closed');

    const { page: late } = await openKioskPage(place);
    await pairOn(late, desk, checkpointId);
    await late.addInitScript(() => {
      const now = Date.now.bind(Date);
      Date.now = () => now() - Number(localStorage.getItem('lag') ?? 0);
      globalThis.Date = class extends Date {
        constructor(...given: [number?]) {
          super(given[0] ?? Date.now());
        }
      } as DateConstructor;
    });
    await late.evaluate(() => {
      localStorage.setItem('lag', '120000');
    });
    await late.reload();
    await fault(late, 'clock').waitFor({ timeout: NOTICED });
    await late.evaluate(() => {
      localStorage.removeItem('lag');
    });
    await recovers(t, late, 'clock');
  });

  it('says that it was cut off, and is at work with a new code', async () => {
    const { desk, database } = place;
    const checkpointId = await desk.checkpoint();
    const { page } = await openKiosk(place, checkpointId);
    const [device] = await database.query<{ id: string }>(
      `SELECT id FROM devices WHERE checkpoint_id = '${checkpointId}'`,
    );
    await desk.revokeDevice(device?.id ?? '');
    await page.getByRole('heading', { name: 'Este quiosco fue desconectado' }).waitFor({ timeout: NOTICED });
    assert.deepEqual(await accessibilityFaults(page), []);
    const began = performance.now();
    await pairOn(page, desk, checkpointId);
    assert.ok(performance.now() - began < RECOVERY);
  });
});
