import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, type Page } from 'playwright-core';
import { ApiClient } from '../../scripts/client/api-client.js';
import { Desk } from '../../scripts/client/desk.js';
import { Kiosk } from '../../scripts/client/kiosk.js';
import { accessibilityFaults, loaded, openPage, signInOn, withoutChromium } from '../support/chromium.js';
import { frames, type Frames } from '../support/frames.js';
import { type TestDatabase, withoutPostgres } from '../support/servers.js';
import { type Stack } from '../support/stack.js';
import { addUser, type TestUser } from '../support/users.js';
import { type BrowserStack, startBrowserStack } from '../support/browser-stack.js';

const PASSWORD = 'purple monkey dishwasher';

/** What each role's menu holds, in order. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  ADMIN: [
    'En vivo',
    'Estadísticas',
    'Puntos de control',
    'Dispositivos',
    'Usuarios',
    'Auditoría',
    'Privacidad',
    'Sistema',
    'Mi cuenta',
  ],
  OPERATOR: ['En vivo', 'Estadísticas', 'Puntos de control', 'Dispositivos', 'Mi cuenta'],
  AUDITOR: [
    'En vivo',
    'Estadísticas',
    'Puntos de control',
    'Dispositivos',
    'Usuarios',
    'Auditoría',
    'Privacidad',
    'Registros',
    'Mi cuenta',
  ],
  REGISTRAR: ['Privacidad', 'Mi cuenta'],
  SRE: ['Estadísticas', 'Sistema', 'Registros', 'Mi cuenta'],
};

const PATHS = ['live', 'statistics', 'checkpoints', 'devices', 'users', 'audit', 'privacy', 'system', 'account'];

describe('the administration', { skip: withoutPostgres || withoutChromium }, () => {
  let running: BrowserStack;
  let database: TestDatabase;
  let stack: Stack;
  let browser: Browser;
  let url: string;
  let desk: Desk;
  let pictures: Frames;
  let card: string;

  before(async () => {
    [running, pictures] = await Promise.all([startBrowserStack(), frames()]);
    ({ database, stack, browser, url } = running);
    desk = new Desk(await ApiClient.signIn(stack.api.url, stack.admin));
    ({ card } = await desk.enrol(pictures.genuine, 'Ada Prueba'));
  });
  after(() => running.stop());

  const userWith = (role: string): Promise<TestUser> => addUser(desk.client, role, PASSWORD, `Persona ${role}`);

  /** Somebody at a place of the administration. */
  async function at(place: string, user: { email: string; password: string }, options = {}) {
    const watched = await openPage(browser, { viewport: { width: 1280, height: 800 }, ...options });
    await watched.page.goto(`${url}/admin/${place}`);
    await signInOn(watched.page, user);
    return watched;
  }
  const asAdmin = (place: string, options = {}) => at(place, stack.admin, options);
  const axe = async (page: Page) => {
    assert.deepEqual(await accessibilityFaults(page), []);
  };
  const rowsOf = (page: Page) => page.getByRole('list', { name: 'Validaciones' }).getByRole('listitem');
  const choose = async (page: Page, label: string, option: string) => {
    await page.getByRole('combobox', { name: label }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };

  for (const [role, places] of Object.entries(PLACES)) {
    it(`shows ${role} its places, and each without a refusal`, async () => {
      const { page, faults } = await at('', role === 'ADMIN' ? stack.admin : await userWith(role));
      const menu = page.getByRole('navigation').getByRole('link');
      await menu.first().waitFor();
      assert.deepEqual(await menu.allTextContents(), places);
      for (const place of places) {
        await menu.filter({ hasText: place }).click();
        await page.getByRole('heading', { name: place, level: 1 }).waitFor();
        await loaded(page);
        assert.deepEqual(await page.getByRole('alert').allTextContents(), [], place);
      }
      assert.deepEqual(faults, []);
      await page.context().close();
    });
  }

  it('keeps everybody else out of a place, wherever they come from', async () => {
    const { page } = await at('users', await userWith('OPERATOR'));
    await page.getByText('Su cuenta no tiene acceso a esta parte.').waitFor();
    await page.context().close();
  });

  it('makes a checkpoint, pairs a device with it by its code, and cuts the device off', async () => {
    const { page } = await asAdmin('checkpoints');
    await page.getByRole('button', { name: 'Nuevo punto de control' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nombre').fill('Puerta norte');
    await dialog.getByLabel('Estricta').check();
    await axe(page);
    await dialog.getByRole('button', { name: 'Nuevo punto de control' }).click();
    const made = page.getByRole('article', { name: 'Puerta norte' });
    await made.getByText('Estricta').waitFor();
    await made.getByRole('button', { name: 'Cambiar' }).click();
    await dialog.getByLabel('Pasiva').check();
    await axe(page);
    await dialog.getByRole('button', { name: 'Guardar' }).click();
    await made.getByText('Pasiva').waitFor();
    await made.getByRole('button', { name: 'Cerrar' }).click();
    await dialog.waitFor();
    await axe(page);
    await dialog.getByRole('button', { name: 'Cerrar', exact: true }).last().click();
    await made.getByText('Cerrado', { exact: true }).waitFor();
    await made.getByRole('button', { name: 'Reabrir' }).click();
    await made.getByText('Abierto').waitFor();
    const [row] = await database.query(
      `SELECT liveness, factors, closed_at FROM checkpoints WHERE name = 'Puerta norte'`,
    );
    assert.deepEqual(row, { liveness: 'PASSIVE', factors: 'FACE', closed_at: null });

    await page.getByRole('link', { name: 'Dispositivos' }).click();
    await page.getByRole('button', { name: 'Vincular dispositivo' }).first().click();
    await dialog.getByRole('combobox', { name: 'Punto de control' }).click();
    await page.getByRole('option', { name: 'Puerta norte' }).click();
    await dialog.getByLabel('Nombre').fill('Tableta de la entrada');
    await dialog.getByRole('button', { name: 'Pedir código' }).click();
    const code = await page.getByTestId('pairing-code').textContent();
    await axe(page);
    await dialog
      .getByRole('timer')
      .getByText(/9:\d\d|10:00/)
      .waitFor();
    const kiosk = await Kiosk.pair(stack.api.url, code ?? '');
    await dialog.getByText('«Tableta de la entrada» ya está vinculado.').waitFor();
    await dialog.getByRole('button', { name: 'Hecho' }).click();
    const device = page.getByRole('article', { name: 'Tableta de la entrada' });
    await device.getByRole('button', { name: 'Revocar' }).click();
    await dialog.getByLabel('Motivo').fill('Robado.');
    await axe(page);
    await dialog.getByRole('button', { name: 'Revocar' }).click();
    await device.getByText('Revocado: Robado.').waitFor();
    await assert.rejects(kiosk.client(), /REVOKED/);
    await page.context().close();
  });

  it('shows a validation as it happens, and its person to who opens it', async () => {
    const door = await desk.checkpoint();
    const { page, faults } = await at('live', await userWith('OPERATOR'));
    await page.getByText('En directo').waitFor();
    await desk.validate(door, card, [pictures.probe]);
    await rowsOf(page).filter({ hasText: 'Identidad confirmada' }).first().waitFor();
    await desk.validate(door, 'no QR of ours', [pictures.probe]);
    const refused = rowsOf(page).first();
    await refused.getByText('Este QR no vale aquí').waitFor();
    assert.equal(await page.getByText('Ada Prueba').count(), 0, 'the list names nobody');
    await refused.getByRole('button').click();
    await page.getByText('La persona solo se muestra cuando se la ha aceptado.').waitFor();
    await page.keyboard.press('Escape');
    await rowsOf(page).filter({ hasText: 'Identidad confirmada' }).first().getByRole('button').click();
    await page.getByRole('dialog').getByText('Ada Prueba').waitFor();
    await axe(page);
    await page.keyboard.press('Escape');

    await choose(page, 'Estado', 'Rechazada');
    await rowsOf(page).first().waitFor();
    assert.equal(await rowsOf(page).filter({ hasNotText: 'Rechazada' }).count(), 0);
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  it('shows each of several that happen while it has no time to draw any', async () => {
    const door = await desk.checkpoint();
    const { page } = await at('live', await userWith('OPERATOR'));
    await page.getByText('En directo').waitFor();
    await rowsOf(page).first().waitFor();
    const refused = rowsOf(page).filter({ hasText: 'Este QR no vale aquí' });
    const before = await refused.count();
    // Only what is followed can tell of them.
    await page.route('**/graphql', () => undefined);
    const busy = page.evaluate('for (const end = Date.now() + 3_000; Date.now() < end; );');
    for (let time = 0; time < 3; time++) {
      await desk.open(door, 'no QR of ours');
      // Those of half a second come as one.
      await sleep(700);
    }
    await busy;
    await refused.nth(before + 2).waitFor();
    await page.context().close();
  });

  it('lets an operator confirm what awaits it, and keeps it from an auditor', async () => {
    const door = await desk.checkpoint('FACE', 'ACTIVE');
    const [operator, auditor] = await Promise.all([
      at('live', await userWith('OPERATOR')),
      at('live', await userWith('AUDITOR')),
    ]);
    const opened = await desk.open(door, card, undefined, { withoutChallenge: true });
    await desk.send(opened.capture.token, [pictures.probe]);
    for (const { page } of [operator, auditor]) {
      await rowsOf(page).filter({ hasText: 'Espera confirmación' }).getByRole('button').click();
      await page.getByRole('dialog').getByText('Sin decidir').waitFor();
    }
    assert.equal(await auditor.page.getByText('Confirmar a esta persona').count(), 0);
    const dialog = operator.page.getByRole('dialog');
    await dialog.getByLabel('Conozco a la persona de vista').check();
    await axe(operator.page);
    await dialog.getByRole('button', { name: 'Confirmar y dejar pasar' }).click();
    await dialog.getByText('Confirmada. Puede pasar.').waitFor();
    await rowsOf(auditor.page).filter({ hasText: 'Cara y operador' }).waitFor();
    for (const { page } of [operator, auditor]) await page.context().close();
  });

  it('counts in the statistics what the rows say', async () => {
    const { page } = await asAdmin('statistics');
    const [rows] = await database.query<Record<string, string>>(
      `SELECT count(*) FILTER (WHERE method LIKE 'FACE%' AND method <> 'FACE_AND_OPERATOR') AS opened,
         count(*) FILTER (WHERE state = 'ACCEPTED' AND method = 'FACE') AS accepted,
         count(*) FILTER (WHERE method = 'FACE_AND_OPERATOR') AS attested,
         count(*) FILTER (WHERE reason = 'CREDENTIAL_INVALID') AS invalid
       FROM validation_attempts`,
    );
    const cell = (table: string, name: string, column: number) =>
      page.getByRole('table', { name: table }).getByRole('row', { name }).getByRole('cell').nth(column);
    assert.equal(await cell('Recorrido', 'QR mostrado', 0).textContent(), rows?.['opened']);
    assert.equal(await cell('Recorrido', 'Aceptadas', 0).textContent(), rows?.['accepted']);
    assert.equal(await cell('Recorrido', 'Por palabra de un operador', 0).textContent(), rows?.['attested']);
    assert.equal(await cell('Motivos', 'Este QR no vale aquí', 1).textContent(), rows?.['invalid']);
    await page.locator('.recharts-bar-rectangle path').first().waitFor();
    await page.context().close();
  });

  it('makes a user, who signs in, and disables them, who does not any more', async () => {
    const { page } = await asAdmin('users');
    await page.getByRole('button', { name: 'Nuevo usuario' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nombre').fill('Nora Nueva');
    await dialog.getByLabel('Correo electrónico').fill('nora@school.test');
    await dialog.getByLabel('Contraseña inicial').fill('contraseña');
    await dialog.getByLabel('Operación').check();
    await dialog.getByRole('button', { name: 'Nuevo usuario' }).click();
    await dialog.getByText('Tiene menos de 12 caracteres.').waitFor();
    await axe(page);
    await dialog.getByRole('button', { name: 'Proponer una' }).click();
    const password = await dialog.getByLabel('Contraseña inicial').inputValue();
    await dialog.getByRole('button', { name: 'Nuevo usuario' }).click();
    const nora = page.getByRole('article', { name: 'Nora Nueva' });
    await nora.getByText('Operación').waitFor();
    await ApiClient.signIn(stack.api.url, { email: 'nora@school.test', password });
    await nora.getByRole('button', { name: 'Acciones para Nora Nueva' }).click();
    await page.getByRole('menuitem', { name: 'Desactivar' }).click();
    await dialog.getByRole('button', { name: 'Desactivar' }).click();
    await nora.getByText('Desactivado').waitFor();
    await assert.rejects(ApiClient.signIn(stack.api.url, { email: 'nora@school.test', password }));
    await page.context().close();
  });

  it('changes a password, and ends a session elsewhere', async () => {
    const user = await userWith('OPERATOR');
    const elsewhere = await ApiClient.signIn(stack.api.url, user);
    const { page } = await at('account', user);
    const ends = page.getByRole('button', { name: /^Cerrar la sesión de/ });
    await ends.first().click();
    await ends.first().waitFor({ state: 'detached' });
    assert.equal(await elsewhere.errorCode('{ me { id } }'), 'UNAUTHENTICATED');
    await page.getByLabel('Contraseña actual').fill('not this one at all');
    await page.getByLabel('Contraseña nueva').fill('green elephant cupboard');
    await page.getByRole('button', { name: 'Cambiar la contraseña' }).click();
    await page.getByText('La contraseña actual no es correcta.').waitFor();
    await page.getByLabel('Contraseña actual').fill(PASSWORD);
    await page.getByRole('button', { name: 'Cambiar la contraseña' }).click();
    await page.getByText('Contraseña cambiada.').waitFor();
    await ApiClient.signIn(stack.api.url, { email: user.email, password: 'green elephant cupboard' });
    await page.context().close();
  });

  it('finds events of the audit by what was done, and says that the chain is whole', async () => {
    const { page } = await at('audit', await userWith('AUDITOR'));
    await page.getByText('Íntegra').waitFor();
    const events = page.getByRole('list', { name: 'Sucesos' }).getByRole('listitem');
    const ofAnother = events.filter({ hasText: 'Usuario creado' }).first();
    await ofAnother.waitFor();
    await choose(page, 'Acción', 'Punto de control creado');
    await ofAnother.waitFor({ state: 'detached' });
    await events.first().waitFor();
    const [made] = await database.query<{ count: string }>(
      `SELECT count(*) FROM audit_events WHERE action = 'CHECKPOINT_CREATED'`,
    );
    assert.equal(String(await events.count()), made?.count);
    await events.first().getByRole('button').click();
    await page.getByRole('dialog').getByText('Huella').waitFor();
    await axe(page);
    await page.context().close();
  });

  for (const [language, colorScheme] of [
    ['es', 'light'],
    ['en', 'dark'],
  ] as const) {
    it(`has nothing on any page that axe would mend, in ${language} and ${colorScheme}`, async () => {
      const { page, faults } = await openPage(browser, { colorScheme, viewport: { width: 1280, height: 800 } });
      await page.addInitScript(`localStorage.setItem('presente.language', '${language}')`);
      await page.goto(`${url}/admin/account`);
      await signInOn(page, stack.admin);
      await page.getByRole('heading', { level: 1 }).waitFor();
      for (const place of PATHS) {
        const link = page.locator(`nav a[href="/admin/${place}"]`);
        await link.click();
        await page.getByRole('heading', { level: 1, name: await link.innerText() }).waitFor();
        await loaded(page);
        assert.deepEqual(await accessibilityFaults(page), [], place);
      }
      assert.deepEqual(faults, []);
      await page.context().close();
    });
  }
});
