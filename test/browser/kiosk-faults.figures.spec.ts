import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { showQr, standBefore, still } from '../../scripts/kiosk-page/kiosk-page.js';
import { accessibilityFaults, withoutChromium } from '../support/chromium.js';
import { frames, type Frames } from '../support/frames.js';
import {
  fault,
  type KioskPlace,
  openKiosk,
  openKioskPage,
  openPlace,
  pairOn,
  recovers,
  RECOVERY,
} from '../support/kiosk-page.js';
import { withoutPostgres } from '../support/servers.js';

/** For which the server may be away before it is said. */
const NOTICED = 15_000;

describe('a kiosk that can’t work', { skip: withoutPostgres || withoutChromium }, () => {
  let place: KioskPlace;
  let pictures: Frames;

  before(async () => {
    [place, pictures] = await Promise.all([openPlace(), frames()]);
  });
  after(() => place.stop());

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

  it('says that it takes long while somebody waits, and has the answer all the same', async () => {
    const { desk } = place;
    const { card } = await desk.enrol(pictures.genuine, 'Ada Prueba');
    const { page, faults } = await openKiosk(place, await desk.checkpoint());
    await standBefore(page, still(pictures.probe));
    await page.route('**/captures', async (route) => {
      await new Promise((done) => setTimeout(done, 5_000));
      await route.continue();
    });
    await showQr(page, card);
    await page.getByText('La red o el servidor van lentos. Seguimos intentándolo.').waitFor();
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
    const told = page.getByRole('heading', { name: 'No hemos podido terminar' });
    await page
      .locator('[data-result="lost"]')
      .filter({ has: told })
      .getByRole('button', { name: 'Reintentar' })
      .click();
    await page.unroute('**/captures');
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
