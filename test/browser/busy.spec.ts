import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Page } from 'playwright-core';
import { ApiClient } from '../../scripts/client/api-client.js';
import { Desk } from '../../scripts/client/desk.js';
import { giveCamera, showQr, standBefore, still } from '../../scripts/kiosk-page/kiosk-page.js';
import { type BrowserStack, startBrowserStack } from '../support/browser-stack.js';
import { accessibilityFaults, openPage, signInOn, withoutChromium } from '../support/chromium.js';
import { frames } from '../support/frames.js';
import { idle } from '../support/kiosk-page.js';
import { withoutPostgres } from '../support/servers.js';

/** Seconds for which nothing that needs the database is done. */
const FAULT = 3;

describe('pages of a server that has too much to do', { skip: withoutPostgres || withoutChromium }, () => {
  let running: BrowserStack;
  let admin: ApiClient;

  before(async () => {
    running = await startBrowserStack({ settings: { FAULTS: 'true' } });
    admin = await ApiClient.signIn(running.stack.api.url, running.stack.admin);
  });
  after(() => running.stop());

  /** Its code, where it is an error. */
  const answer = () => admin.errorCode('{ checkpoints { nodes { id } } }');
  afterEach(async () => {
    // Faults end by themselves.
    while ((await answer()) !== undefined) await sleep(200);
  });

  /** Every call of the database fails from now on, and the API says when to come back. */
  async function breakDatabase(): Promise<void> {
    assert.equal(await answer(), undefined);
    const input = { point: 'DATABASE', kind: 'ERROR', rate: 1, milliseconds: 0, seconds: FAULT };
    await admin.ask(`mutation ($input: InjectFaultInput!) { injectFault(input: $input) { __typename } }`, { input });
    while ((await answer()) !== 'UNAVAILABLE');
  }
  const hint = (page: Page) => page.getByText('El servidor tiene mucho trabajo. Volvemos a intentarlo…');
  /** Names of the operations that are sent from now on. */
  function sentBy(page: Page): string[] {
    const sent: string[] = [];
    page.on('request', (request) => {
      const { operationName } = (request.postDataJSON() ?? {}) as { operationName?: string };
      if (operationName !== undefined) sent.push(operationName);
    });
    return sent;
  }

  it('ask again when they were told to, say so meanwhile, and make nothing twice', async () => {
    const { page, faults } = await openPage(running.browser, { viewport: { width: 1280, height: 800 } });
    await page.goto(`${running.url}/enrol/people`);
    await signInOn(page, running.stack.admin);
    await page.getByRole('button', { name: 'Nueva persona' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nombre y apellidos').fill('Ada Prueba');
    await dialog.getByLabel('Identificador').fill('2026-0001');
    const sent = sentBy(page);
    await breakDatabase();
    await dialog.getByRole('button', { name: 'Crear y abrir' }).click();
    await hint(page).waitFor();
    assert.deepEqual(await accessibilityFaults(page), []);
    await page.waitForURL(/\/enrol\/people\/[0-9a-f-]{36}$/);
    await page.getByRole('heading', { level: 1, name: 'Ada Prueba' }).waitFor();
    await hint(page).waitFor({ state: 'detached' });
    const tries = sent.filter((name) => name === 'RegisterPerson').length;
    assert.ok(tries >= 2 && tries <= 4, `${tries} tries`);
    const people = await running.database.query('SELECT 1 FROM persons');
    assert.equal(people.length, 1);
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  it('do not ask twice for what might be done twice: they say what is wrong', async () => {
    const { page } = await openPage(running.browser, { viewport: { width: 1280, height: 800 } });
    await page.goto(`${running.url}/admin/account`);
    await signInOn(page, running.stack.admin);
    await page.getByLabel('Contraseña actual').fill('not the password');
    await page.getByLabel('Contraseña nueva').fill('another long password');
    const sent = sentBy(page);
    await breakDatabase();
    await page.getByRole('button', { name: 'Cambiar la contraseña' }).click();
    await page.locator('form').getByText('Una parte del sistema no responde.').waitFor();
    assert.equal(sent.filter((name) => name === 'ChangePassword').length, 1);
    await page.context().close();
  });

  it('let somebody in at a kiosk once it can', async () => {
    const desk = new Desk(admin);
    const pictures = await frames();
    const checkpoint = await desk.checkpoint();
    const { card } = await desk.enrol(pictures.genuine, 'Bea Prueba');
    const { page } = await openPage(running.browser);
    await giveCamera(page);
    await page.goto(`${running.url}/kiosk#code=${await desk.pairingCode(checkpoint)}`);
    await idle(page);
    await standBefore(page, still(pictures.probe));
    await breakDatabase();
    await showQr(page, card);
    await page.locator('[data-result="accepted"]').waitFor();
  });
});
