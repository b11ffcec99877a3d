import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Browser, type Page } from 'playwright-core';
import { ApiClient } from '../../scripts/client/api-client.js';
import { Desk } from '../../scripts/client/desk.js';
import { accessibilityFaults, giveCredentials, openPage, signInOn, withoutChromium } from '../support/chromium.js';
import { type TestDatabase, withoutPostgres } from '../support/servers.js';
import { type Stack } from '../support/stack.js';
import { addUser, type TestUser } from '../support/users.js';
import { type BrowserStack, startBrowserStack } from '../support/browser-stack.js';

const PASSWORD = 'purple monkey dishwasher';
/** Of the passkeys, unless somebody has named others. */
const ORIGIN = 'http://localhost:3000';
/** What the pages say where the API is UNAVAILABLE. */
const AWAY = 'Una parte del sistema no responde.';

describe('accounts and their guards', { skip: withoutPostgres || withoutChromium }, () => {
  let running: BrowserStack;
  let database: TestDatabase;
  let stack: Stack;
  let browser: Browser;
  let desk: Desk;

  before(async () => {
    running = await startBrowserStack({ flags: (host) => [`--host-resolver-rules=MAP localhost:3000 ${host}`] });
    ({ database, stack, browser } = running);
    desk = new Desk(await ApiClient.signIn(stack.api.url, stack.admin));
  });
  after(() => running.stop());

  async function doorTo(place: string): Promise<Page> {
    const { page } = await openPage(browser, { viewport: { width: 1280, height: 900 } });
    await page.goto(`${ORIGIN}/admin/${place}`);
    return page;
  }
  async function at(place: string, user: { email: string; password: string }): Promise<Page> {
    const page = await doorTo(place);
    await signInOn(page, user);
    return page;
  }

  /** A key that answers whenever it is asked, in the computer of this page. */
  async function plugIn(page: Page): Promise<void> {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: { protocol: 'ctap2', transport: 'usb', automaticPresenceSimulation: true },
    });
  }

  async function addPasskey(page: Page, name: string, password: string): Promise<void> {
    await page.getByRole('button', { name: 'Añadir llave de acceso' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nombre').fill(name);
    await dialog.getByLabel('Su contraseña').fill(password);
    assert.deepEqual(await accessibilityFaults(page), []);
    await dialog.getByRole('button', { name: 'Continuar' }).click();
  }
  const removerOf = (page: Page, name: string) => page.getByRole('button', { name: `Quitar «${name}»` });

  async function reset(page: Page, name: string): Promise<void> {
    await page.getByRole('button', { name: `Acciones para ${name}` }).click();
    await page.getByRole('menuitem', { name: 'Quitar llaves de acceso' }).click();
    const dialog = page.getByRole('dialog');
    assert.deepEqual(await accessibilityFaults(page), []);
    await dialog.getByRole('button', { name: 'Quitar llaves de acceso' }).click();
  }

  it('registers a passkey, asks for it from then on, and for it again to take it away', async () => {
    const user = await addUser(desk.client, 'OPERATOR', PASSWORD, 'Olga Operadora');
    const page = await at('account', user);
    await plugIn(page);
    await addPasskey(page, 'Portátil', 'not this one at all');
    await page.getByText('La contraseña actual no es correcta.').waitFor();
    await page.getByRole('dialog').getByLabel('Su contraseña').fill(PASSWORD);
    await page.getByRole('dialog').getByRole('button', { name: 'Continuar' }).click();
    await page.getByText('Llave de acceso añadida.').waitFor();
    await removerOf(page, 'Portátil').waitFor();

    // With the password alone nobody gets in.
    const elsewhere = await doorTo('account');
    const devtools = await elsewhere.context().newCDPSession(elsewhere);
    await devtools.send('WebAuthn.enable');
    const answer = elsewhere.waitForResponse((response) =>
      (response.request().postData() ?? '').includes('SecondFactorRequired'),
    );
    await giveCredentials(elsewhere, user);
    assert.match(await (await answer).text(), /"SecondFactorRequired"/);
    await assert.rejects(ApiClient.signIn(stack.api.url, user));
    assert.equal(await elsewhere.getByRole('heading', { name: 'Mi cuenta' }).count(), 0);

    await page.context().clearCookies();
    await page.goto(`${ORIGIN}/admin/account`);
    await signInOn(page, user);
    await removerOf(page, 'Portátil').click();
    assert.deepEqual(await accessibilityFaults(page), []);
    await page.getByRole('dialog').getByRole('button', { name: 'Quitar', exact: true }).click();
    await page.getByText('Llave de acceso quitada.').waitFor();
    await page.getByText('No tiene ninguna llave de acceso').waitFor();
    await ApiClient.signIn(stack.api.url, user);
  });

  it('says that a change came to nothing where the server answers with nothing, and stays as it was', async () => {
    await addUser(desk.client, 'OPERATOR', PASSWORD, 'Rita Rotunda');
    await desk.checkpoint();
    const { page, faults } = await openPage(browser, { viewport: { width: 1280, height: 900 } });
    await page.goto(`${ORIGIN}/admin/users`);
    await signInOn(page, await addUser(desk.client, 'ADMIN', PASSWORD, 'Alba Administradora'));
    const away = { data: null, errors: [{ message: 'Away.', extensions: { code: 'UNAVAILABLE' } }] };
    await page.route('**/graphql', (route) =>
      /mutation (SetUserRoles|SetUserDisabled|ChangeCheckpoint)/.test(route.request().postData() ?? '')
        ? route.fulfill({ json: away })
        : route.continue(),
    );
    const dialog = page.getByRole('dialog');
    const says = page.getByText(AWAY);
    await page.getByRole('button', { name: 'Acciones para Rita Rotunda' }).click();
    await page.getByRole('menuitem', { name: 'Cambiar funciones' }).click();
    await dialog.getByLabel('Auditoría').check();
    await dialog.getByRole('button', { name: 'Guardar' }).click();
    await dialog.getByText(AWAY).waitFor();
    assert.deepEqual(await accessibilityFaults(page), []);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Acciones para Rita Rotunda' }).click();
    await page.getByRole('menuitem', { name: 'Desactivar' }).click();
    await dialog.getByRole('button', { name: 'Desactivar' }).click();
    await says.first().waitFor();
    await page.getByRole('link', { name: 'Puntos de control' }).click();
    await page.getByRole('button', { name: 'Cambiar' }).first().click();
    await dialog.getByRole('button', { name: 'Guardar' }).click();
    await dialog.getByText(AWAY).waitFor();
    assert.deepEqual(faults, []);
  });

  it('says where the chain of the audit is broken', async () => {
    const auditor = await addUser(desk.client, 'AUDITOR', PASSWORD, 'Aurora Auditora');
    // What a superuser can do, and the seals tell.
    await database.query('ALTER TABLE audit_events DISABLE TRIGGER ALL');
    const [event] = await database.query<{ sequence: string }>(
      `SELECT sequence FROM audit_events WHERE action = 'USER_CREATED' ORDER BY sequence DESC LIMIT 1`,
    );
    const sequence = event?.sequence ?? '';
    await database.query(`UPDATE audit_events SET outcome = 'REFUSED' WHERE sequence = ${sequence}`);
    const page = await at('audit', auditor);
    await page.getByText('Rota', { exact: true }).waitFor();
    await page
      .getByRole('alert')
      .filter({ hasText: `El suceso ${sequence} no está como se escribió.` })
      .waitFor();
    assert.deepEqual(await accessibilityFaults(page), []);
  });

  // Last: with their passkey the administrator's other sessions end, and that of the desk with them.
  it('takes away the passkeys of who lost theirs, for an administrator who shows one', async () => {
    const lost: TestUser = await addUser(desk.client, 'OPERATOR', PASSWORD, 'Paula Perdida');
    const theirs = await at('account', lost);
    await plugIn(theirs);
    await addPasskey(theirs, 'Llave perdida', PASSWORD);
    await removerOf(theirs, 'Llave perdida').waitFor();
    await theirs.context().close();

    const page = await at('users', stack.admin);
    await reset(page, 'Paula Perdida');
    await page.getByText('Registre antes una llave de acceso propia en «Mi cuenta».').waitFor();
    await plugIn(page);
    await page.getByRole('link', { name: 'Mi cuenta' }).click();
    await addPasskey(page, 'Llave del administrador', stack.admin.password);
    await removerOf(page, 'Llave del administrador').waitFor();
    await page.getByRole('link', { name: 'Usuarios' }).click();
    await reset(page, 'Paula Perdida');
    await page.getByText('Se ha quitado una llave de acceso.').waitFor();
    await ApiClient.signIn(stack.api.url, lost);
  });
});
