import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Browser, type Page } from 'playwright-core';
import { ApiClient } from '../../scripts/client/api-client.js';
import { Desk } from '../../scripts/client/desk.js';
import { portrait } from '../../scripts/demo/actor.js';
import { accessibilityFaults, asLocalhost, openChromium, withoutChromium } from '../support/chromium.js';
import { frames, type Frames } from '../support/frames.js';
import {
  actor,
  openKioskPage,
  pairOn,
  scriptBytesOf,
  showQr,
  standBefore,
  still,
  waitedOn,
} from '../support/kiosk-page.js';
import { createDatabase, type TestDatabase, withoutPostgres } from '../support/servers.js';
import { startStack, type Stack } from '../support/stack.js';

/** Bytes. */
const FIRST_LOAD = 250_000;
/** Milliseconds. */
const PATIENCE = 3_000;

describe('the kiosk', { skip: withoutPostgres || withoutChromium }, () => {
  let database: TestDatabase;
  let stack: Stack;
  let browser: Browser;
  let desk: Desk;
  let url: string;
  let pictures: Frames;
  let acting: Record<string, string>;

  before(async () => {
    database = await createDatabase();
    stack = await startStack({ databaseUrl: database.url, settings: { NODE_ENV: 'development' } });
    browser = await openChromium();
    url = asLocalhost(stack.api.url);
    desk = new Desk(await ApiClient.signIn(stack.api.url, stack.admin));
    pictures = await frames();
    acting = await actor();
  });
  after(async () => {
    await browser.close();
    await stack.stop();
    await database.drop();
  });

  const result = (page: Page) => page.locator('[data-result]');

  it('is paired once, loads little, and lets in whoever does the steps', async (t) => {
    const { page, faults } = await openKioskPage(browser, url);
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith('data:') && !request.url().startsWith(url)) elsewhere.push(request.url());
    });
    await page.getByRole('heading', { name: 'Conectar este quiosco' }).waitFor();
    assert.deepEqual(await accessibilityFaults(page), []);
    const { card } = await desk.enrol(await Promise.all([1.2, 1.25, 1.3].map(portrait)), 'Ada Prueba');
    await pairOn(page, desk, await desk.checkpoint('FACE', 'ACTIVE'));
    assert.deepEqual(await accessibilityFaults(page), []);
    await standBefore(page, acting);
    await showQr(page, card);
    await page.locator('[data-screen="acting"]').waitFor();
    await result(page).waitFor();
    assert.equal(await result(page).getAttribute('data-reason'), null);
    await page.getByRole('heading', { name: '¡Adelante, Ada Prueba!' }).waitFor();
    assert.deepEqual(await accessibilityFaults(page), []);
    await page.locator('[data-screen="idle"]').waitFor();
    assert.ok(!(await page.locator('main').textContent())?.includes('Ada'));
    const [waited, loaded] = [await waitedOn(page), await scriptBytesOf(page)];
    t.diagnostic(`QR in view to result, without the steps: ${Math.round(waited)} ms`);
    t.diagnostic(`first load: ${Math.round(loaded / 1_000)} kB of JavaScript`);
    assert.deepEqual(elsewhere, []);
    assert.ok(waited <= PATIENCE, String(waited));
    assert.ok(loaded > 0 && loaded < FIRST_LOAD, String(loaded));
    assert.deepEqual(faults, []);
  });

  it('answers within three seconds at a passive checkpoint, and refuses another’s face', async (t) => {
    const { page, faults } = await openKioskPage(browser, url);
    const { card } = await desk.enrol(pictures.genuine, 'Ada Prueba');
    await pairOn(page, desk, await desk.checkpoint());
    await standBefore(page, still(pictures.probe));
    // Hints are fetched while nobody is there.
    await page.waitForTimeout(6_000);
    await showQr(page, card);
    await result(page).waitFor();
    const took = await waitedOn(page);
    t.diagnostic(`QR in view to result: ${Math.round(took)} ms`);
    assert.equal(await result(page).getAttribute('data-result'), 'accepted');
    assert.ok(took <= PATIENCE, String(took));
    await page.locator('[data-screen="idle"]').waitFor();

    await standBefore(page, still(pictures.other));
    await page.waitForTimeout(11_000);
    await showQr(page, card);
    await result(page).waitFor();
    assert.equal(await result(page).getAttribute('data-reason'), 'FACE_MISMATCH');
    assert.deepEqual(await accessibilityFaults(page), []);
    assert.deepEqual(faults, []);
  });

  it('asks for a PIN where the checkpoint wants one', async () => {
    const { page, faults } = await openKioskPage(browser, url);
    const { personId, card } = await desk.enrol(pictures.genuine, 'Ada Prueba');
    assert.deepEqual(await desk.setPin(personId, '482915'), ['PinSet']);
    await pairOn(page, desk, await desk.checkpoint('FACE_AND_PIN'));
    await standBefore(page, still(pictures.probe));
    await showQr(page, card);
    await page.getByRole('heading', { name: 'Escriba su PIN' }).waitFor();
    assert.deepEqual(await accessibilityFaults(page), []);
    for (const digit of '482915') await page.getByRole('button', { name: digit, exact: true }).click();
    await page.getByRole('button', { name: 'Aceptar' }).click();
    await result(page).waitFor();
    assert.equal(await result(page).getAttribute('data-result'), 'accepted');
    assert.deepEqual(faults, []);
  });

  it('calls an operator for who can’t do the steps, two touches away, in English too', async () => {
    const { page, faults } = await openKioskPage(browser, url);
    const { card } = await desk.enrol(pictures.genuine, 'Ada Prueba');
    await pairOn(page, desk, await desk.checkpoint('FACE', 'ACTIVE'));
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'I need help' }).click();
    assert.deepEqual(await accessibilityFaults(page), []);
    await page.getByRole('button', { name: 'I cannot move my head' }).click();
    await standBefore(page, still(pictures.probe));
    await showQr(page, card);
    await page.getByRole('heading', { name: 'An operator is coming' }).waitFor();
    assert.equal(await result(page).getAttribute('data-result'), 'operator');
    assert.deepEqual(faults, []);
  });

  const REFUSALS = { NotAllowedError: 'denied', NotFoundError: 'none', NotReadableError: 'busy' } as const;

  it('says what is wrong with the camera, and works again within five seconds', async () => {
    const { page, faults } = await openKioskPage(browser, url);
    await pairOn(page, desk, await desk.checkpoint());
    const within = async (selector: string) => page.locator(selector).waitFor({ timeout: 5_000 });
    for (const [name, fault] of Object.entries(REFUSALS)) {
      await page.evaluate((refuses) => {
        globalThis.fakeCamera.refuses = refuses;
        globalThis.fakeCamera.unplug();
      }, name);
      await page.locator(`[data-fault="${fault}"]`).waitFor();
      assert.deepEqual(await accessibilityFaults(page), []);
      await page.evaluate(() => (globalThis.fakeCamera.refuses = undefined));
      await within('[data-screen="idle"]');
    }
    for (const picture of ['black', 'frozen'] as const) {
      await page.evaluate((how) => (globalThis.fakeCamera.picture = how), picture);
      await page.locator(`[data-fault="${picture}"]`).waitFor();
      assert.deepEqual(await accessibilityFaults(page), []);
      await page.evaluate(() => (globalThis.fakeCamera.picture = 'lively'));
      await within('[data-screen="idle"]');
    }
    assert.deepEqual(faults, []);
  });

  it('says when the server is away and when it was cut off, and goes on by itself or with a new code', async () => {
    const { page } = await openKioskPage(browser, url);
    const checkpointId = await desk.checkpoint();
    await pairOn(page, desk, checkpointId);
    await page.context().setOffline(true);
    await page.locator('[data-fault="server"]').waitFor({ timeout: 15_000 });
    await page.context().setOffline(false);
    await page.locator('[data-screen="idle"]').waitFor({ timeout: 5_000 });

    const [device] = await database.query<{ id: string }>(
      `SELECT id FROM devices WHERE checkpoint_id = '${checkpointId}'`,
    );
    await desk.revokeDevice(device?.id ?? '');
    await page.getByRole('heading', { name: 'Este quiosco fue desconectado' }).waitFor({ timeout: 15_000 });
    assert.deepEqual(await accessibilityFaults(page), []);
    await pairOn(page, desk, checkpointId);
  });
});
