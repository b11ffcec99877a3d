import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { type Browser, type Locator, type Page } from 'playwright-core';
import { ApiClient } from '../../scripts/client/api-client.js';
import {
  accessibilityFaults,
  asLocalhost,
  openChromium,
  openPage,
  signInOn,
  withoutChromium,
} from '../support/chromium.js';
import { createDatabase, type TestDatabase, withoutPostgres } from '../support/servers.js';
import { startStack, type Stack } from '../support/stack.js';
import { TeamBoard } from '../support/team-board.js';
import { addUser, type TestUser } from '../support/users.js';

const PASSWORD = 'purple monkey dishwasher';

describe('an open card', { skip: withoutPostgres || withoutChromium }, () => {
  let database: TestDatabase;
  let stack: Stack;
  let browser: Browser;
  let url: string;
  let client: ApiClient;
  let ana: TestUser;
  let berta: TestUser;
  let board: TeamBoard;

  before(async () => {
    database = await createDatabase();
    // Over plain HTTP a browser keeps no `__Secure-` cookie, and only development has another.
    stack = await startStack({ databaseUrl: database.url, settings: { NODE_ENV: 'development' } });
    browser = await openChromium();
    url = asLocalhost(stack.api.url);
    const admin = await ApiClient.signIn(stack.api.url, stack.admin);
    ana = await addUser(admin, 'OPERATOR', PASSWORD, 'Ana Operadora');
    berta = await addUser(admin, 'REGISTRAR', PASSWORD, 'Berta Registradora');
    client = await ApiClient.signIn(stack.api.url, berta);
    board = await TeamBoard.make(admin, `Secretaría ${randomUUID()}`, ['Por hacer', 'Hecho']);
  });
  after(async () => {
    await browser.close();
    await stack.stop();
    await database.drop();
  });

  /** Somebody at a place of the board. */
  async function at(path: string, user: { email: string; password: string }, options = {}) {
    const watched = await openPage(browser, { viewport: { width: 1280, height: 900 }, ...options });
    await watched.page.goto(`${url}/board/${board.id}${path}`);
    await signInOn(watched.page, user);
    return { ...watched, dialog: watched.page.getByRole('dialog') };
  }
  const onCard = async (id: string, user = ana, options = {}) => {
    const opened = await at(`/card/${id}`, user, options);
    await opened.dialog.getByRole('heading', { level: 2 }).waitFor();
    return opened;
  };
  const part = (dialog: Locator, name: string) => dialog.getByRole('region', { name, exact: true });
  const undoToast = (page: Page) => page.getByRole('status').getByRole('button', { name: 'Deshacer' }).last();

  it('is opened by its address, closed by Back and Escape, and gives the focus back to the column', async () => {
    const id = await board.card('Abrir y cerrar');
    const { page, dialog, faults } = await at('', ana);
    const link = page.getByRole('link', { name: 'Abrir y cerrar', exact: true });
    await link.focus();
    await page.keyboard.press('Enter');
    await dialog.getByRole('heading', { name: 'Abrir y cerrar' }).waitFor();
    assert.ok(page.url().endsWith(`/board/${board.id}/card/${id}`));
    await page.goBack();
    await dialog.waitFor({ state: 'detached' });
    await link.focus();
    await page.keyboard.press('Enter');
    await dialog.getByRole('heading', { name: 'Abrir y cerrar' }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await link.and(page.locator(':focus')).waitFor();
    for (const nothing of [randomUUID(), 'x']) {
      await page.goto(`${url}/board/${board.id}/card/${nothing}`);
      await dialog.getByText('Esta tarjeta ya no existe.').waitFor();
    }
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  it('shows Markdown and nothing that could do harm, and each change at once in another browser', async () => {
    const id = await board.card('Título viejo');
    const [one, other] = [await onCard(id), await onCard(id, berta)];
    const requests: string[] = [];
    one.page.on('request', (request) => requests.push(request.url()));
    await one.dialog.getByRole('button', { name: 'Editar el título' }).click();
    await one.dialog.getByLabel('Título').fill('Título nuevo');
    await one.page.keyboard.press('Enter');
    await other.dialog.getByRole('heading', { name: 'Título nuevo' }).waitFor();
    await one.dialog.getByRole('button', { name: 'Añadir una descripción' }).click();
    await one.dialog
      .getByRole('textbox', { name: 'Descripción' })
      .fill(
        '**Grave** [manual](https://example.org/) ![foto](https://elsewhere.example/x.png) [mal](javascript:alert(1))' +
          '<img src=x onerror="document.title=1"><script>document.title=2</script>\n\n- [x] visto',
      );
    await one.dialog.getByText('Vista previa').click();
    await part(one.dialog, 'Descripción').locator('strong', { hasText: 'Grave' }).waitFor();
    await one.dialog.getByText('Escribir', { exact: true }).click();
    await one.dialog.getByRole('button', { name: 'Guardar' }).click();
    const shown = part(other.dialog, 'Descripción');
    await shown.locator('strong', { hasText: 'Grave' }).waitFor();
    const link = shown.getByRole('link', { name: 'manual' });
    assert.equal(await link.getAttribute('rel'), 'noopener noreferrer nofollow');
    assert.equal(await shown.locator('img, script, input').count(), 0);
    assert.deepEqual(await Promise.all((await shown.locator('a').all()).map((a) => a.getAttribute('href'))), [
      'https://example.org/',
      'https://elsewhere.example/x.png',
      '',
    ]);
    assert.ok(!requests.some((asked) => asked.includes('example')));
    for (const { page, faults } of [one, other]) {
      assert.deepEqual(faults, []);
      await page.context().close();
    }
  });

  it('loses neither what somebody types nor what somebody else saved meanwhile', async () => {
    const id = await board.card('Dos a la vez', { description: 'Al principio.' });
    const { page, dialog } = await onCard(id);
    await dialog.getByRole('button', { name: 'Editar la descripción' }).click();
    const field = dialog.getByRole('textbox', { name: 'Descripción' });
    await field.fill('Lo de Ana.');
    await board.update(id, { title: 'Dos a la vez, de Berta' });
    await dialog.getByRole('heading', { name: 'Dos a la vez, de Berta' }).waitFor();
    assert.equal(await dialog.getByRole('alert').count(), 0, 'another part is no conflict');
    await board.update(id, { description: 'Lo de Berta.' });
    const conflict = dialog.getByRole('alert');
    await conflict.getByText('Lo de Berta.').waitFor();
    assert.equal(await field.inputValue(), 'Lo de Ana.');
    // What was typed outlives the dialog.
    await page.goBack().catch(() => null);
    await page.goto(`${url}/board/${board.id}`);
    await page.getByRole('link', { name: 'Dos a la vez, de Berta', exact: true }).click();
    await dialog.getByRole('button', { name: 'Editar la descripción' }).click();
    await field.fill('Lo de Ana, otra vez.');
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Cerrar' }).first().click();
    await dialog.waitFor({ state: 'detached' });
    await board.update(id, { description: 'Lo último de Berta.' });
    await page.getByRole('link', { name: 'Dos a la vez, de Berta', exact: true }).click();
    await conflict.getByText('Lo último de Berta.').waitFor();
    assert.equal(await field.inputValue(), 'Lo de Ana, otra vez.');
    await conflict.getByRole('button', { name: 'Guardar lo mío' }).click();
    await part(dialog, 'Descripción').getByText('Lo de Ana, otra vez.').waitFor();
    await field.waitFor({ state: 'detached' });
    const history = part(dialog, 'Historial');
    await history.getByText('Ana Operadora cambió: descripción').first().waitFor();
    await history.getByRole('button', { name: 'Deshacer este cambio' }).click();
    await part(dialog, 'Descripción').getByText('Lo último de Berta.').waitFor();
    await history.getByText('Ana Operadora deshizo un cambio de: descripción').waitFor();
    await page.context().close();
  });

  it('lets a change that was overtaken on its way be made again, when it is about something else', async () => {
    const label = await board.label(`luz ${randomUUID().slice(0, 4)}`);
    const id = await board.card('Adelantada');
    const { page, dialog } = await onCard(id);
    // The server hears of the other change between the version that this page knows and its own change.
    let isOvertaken = false;
    await page.route('**/graphql', async (route) => {
      if (!isOvertaken && route.request().postData()?.includes('mutation UpdateCard') === true) {
        isOvertaken = true;
        await board.update(id, { labelIds: [label] });
      }
      await route.continue();
    });
    await dialog.getByRole('button', { name: 'Asignármela' }).click();
    await part(dialog, 'Responsables').getByText('Ana Operadora').waitFor();
    await part(dialog, 'Etiquetas').getByText('luz').waitFor();
    const { card } = await client.ask<{ card: { labelIds: string[]; assigneeIds: string[] } }>(
      'query ($id: ID!) { card(id: $id) { labelIds assigneeIds } }',
      { id },
    );
    assert.deepEqual(card, { labelIds: [label], assigneeIds: [ana.id] });
    await page.context().close();
  });

  it('chooses labels and assignees by keyboard, and takes a choice back', async () => {
    const name = `norte ${randomUUID().slice(0, 4)}`;
    await board.label(name, 'TEAL');
    const id = await board.card('Con etiquetas');
    const { page, dialog } = await onCard(id);
    await dialog.getByRole('button', { name: 'Cambiar las etiquetas' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name }).focus();
    await page.keyboard.press('Space');
    await part(dialog, 'Etiquetas').getByText(name).waitFor();
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Cambiar los responsables' }).click();
    await page.getByRole('checkbox', { name: 'Berta Registradora' }).check();
    await part(dialog, 'Responsables').getByText('Berta Registradora').waitFor();
    await page.keyboard.press('Escape');
    await undoToast(page).click();
    await part(dialog, 'Responsables').getByText('Nadie.').waitFor();
    await page.context().close();
  });

  it('keeps a due date as a moment, and shows it by the clock of who looks', async () => {
    const id = await board.card('Con fecha');
    const { page, dialog } = await onCard(id, ana, { timezoneId: 'America/Bogota' });
    const due = part(dialog, 'Fecha límite');
    await due.getByRole('button', { name: 'Cambiar la fecha' }).click();
    await due.getByLabel('Fecha y hora (America/Bogota)').fill('2030-05-06T09:30');
    await due.getByRole('button', { name: 'Guardar' }).click();
    await due.getByText('6 may 2030, 9:30').waitFor();
    assert.deepEqual(
      await database.query(`SELECT due_at = '2030-05-06T14:30:00Z' AS same FROM cards WHERE id = $1`, [id]),
      [{ same: true }],
    );
    const madrid = await onCard(id, berta, { timezoneId: 'Europe/Madrid' });
    await part(madrid.dialog, 'Fecha límite').getByText('6 may 2030, 16:30').waitFor();
    await due.getByRole('button', { name: 'Cambiar la fecha' }).click();
    await due.getByRole('button', { name: 'Quitar la fecha' }).click();
    await part(madrid.dialog, 'Fecha límite').getByText('Sin fecha.').waitFor();
    for (const opened of [page, madrid.page]) await opened.context().close();
  });

  it('has checklists: items are added, ticked, renamed, removed, and moved by keyboard', async () => {
    const id = await board.card('Con lista');
    const { page, dialog } = await onCard(id);
    await dialog.getByRole('button', { name: 'Añadir una lista' }).click();
    await dialog.getByLabel('Nombre de la lista').fill('Pasos');
    await page.keyboard.press('Enter');
    const add = dialog.getByLabel('Nuevo punto de «Pasos»');
    for (const text of ['uno', 'dos', 'tres']) {
      await add.fill(text);
      await page.keyboard.press('Enter');
      await dialog.getByRole('checkbox', { name: text, exact: true }).waitFor();
    }
    const rows = dialog.getByRole('list', { name: 'Pasos' }).getByRole('listitem');
    const row = (index: number) => rows.nth(index);
    const items = () => rows.allTextContents();
    await dialog.getByRole('checkbox', { name: 'dos' }).check();
    await dialog.getByText('1 de 3').waitFor();
    const three = dialog.getByRole('checkbox', { name: 'tres' });
    await three.focus();
    await page.keyboard.press('Alt+ArrowUp');
    await dialog.getByText('«tres» está en el puesto 2 de 3.').waitFor();
    await row(1).filter({ hasText: 'tres' }).waitFor();
    assert.deepEqual(await items(), ['uno', 'tres', 'dos']);
    await three.and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Alt+ArrowUp');
    await dialog.getByText('«tres» está en el puesto 1 de 3.').waitFor();
    await dialog.getByRole('button', { name: 'Bajar «uno»' }).click();
    await dialog.getByText('«uno» está en el puesto 3 de 3.').waitFor();
    await row(2).filter({ hasText: 'uno' }).waitFor();
    await dialog.getByRole('button', { name: 'Bajar «uno»' }).and(page.locator(':focus')).waitFor();
    assert.deepEqual(await items(), ['tres', 'dos', 'uno']);
    await dialog.getByRole('button', { name: 'Editar «uno»' }).click();
    await dialog.getByLabel('Editar «uno»').fill('uno y medio');
    await board.checklist(id, 'Otra', ['de Berta']);
    await dialog.getByText('de Berta').waitFor();
    await page.context().close();
  });

  it('has comments that their author changes, deletes and has again, and nobody else', async () => {
    const id = await board.card('Con comentarios');
    await board.comment(id, 'De la administración.');
    const [mine, theirs] = [await onCard(id), await onCard(id, berta)];
    await mine.dialog.getByLabel('Escribir un comentario').fill('Ya lo miro *yo*.');
    await mine.page.keyboard.press('Control+Enter');
    const said = (dialog: Locator) => dialog.getByRole('list', { name: 'Comentarios' }).getByRole('listitem');
    await said(theirs.dialog).filter({ hasText: 'Ya lo miro yo.' }).waitFor();
    assert.equal(await theirs.dialog.getByRole('button', { name: 'Borrar el comentario' }).count(), 0);
    await mine.dialog.getByRole('button', { name: 'Editar el comentario' }).click();
    await mine.dialog.getByRole('textbox', { name: 'Comentario', exact: true }).fill('Ya está.');
    await mine.page.keyboard.press('Control+Enter');
    await said(theirs.dialog).filter({ hasText: 'Ya está.' }).filter({ hasText: 'editado' }).waitFor();
    const remove = mine.dialog.getByRole('button', { name: 'Borrar el comentario' });
    await remove.click();
    await said(theirs.dialog).filter({ hasText: 'Ya está.' }).waitFor({ state: 'detached' });
    await undoToast(mine.page).click();
    await said(theirs.dialog).filter({ hasText: 'Ya está.' }).waitFor();
    await remove.click();
    await mine.dialog.getByText('Ha borrado un comentario').click();
    await mine.dialog.getByRole('button', { name: 'Recuperar' }).click();
    for (const { dialog } of [mine, theirs]) await said(dialog).filter({ hasText: 'Ya está.' }).waitFor();
    assert.equal(await said(mine.dialog).count(), 2);
    for (const { page } of [mine, theirs]) await page.context().close();
  });

  it('leaves the board for the archive and the trash, and comes back from each', async () => {
    const id = await board.card('De ida y vuelta');
    const { page, dialog } = await onCard(id);
    const link = page.getByRole('link', { name: 'De ida y vuelta', exact: true });
    await dialog.getByRole('button', { name: 'Archivar' }).click();
    await link.waitFor({ state: 'detached' });
    await undoToast(page).click();
    await link.click();
    await dialog.getByRole('button', { name: 'Tirar a la papelera' }).click();
    await link.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Más del tablero' }).click();
    await page.getByRole('menuitem', { name: 'Papelera' }).click();
    await dialog.getByRole('link', { name: 'De ida y vuelta' }).waitFor();
    assert.equal(await dialog.getByRole('button', { name: /para siempre/ }).count(), 0, 'an operator deletes nothing');
    await dialog.getByRole('link', { name: 'De ida y vuelta' }).click();
    await dialog.getByText('Está en la papelera').waitFor();
    assert.equal(await dialog.getByRole('button', { name: 'Editar el título' }).count(), 0);
    await dialog.getByRole('button', { name: 'Devolver al tablero' }).click();
    await dialog.getByRole('button', { name: 'Editar el título' }).waitFor();
    await page.keyboard.press('Escape');
    await link.waitFor();
    await page.context().close();
  });

  it('is read by an auditor, who changes nothing', async () => {
    const admin = await ApiClient.signIn(stack.api.url, stack.admin);
    const auditor = await addUser(admin, 'AUDITOR', PASSWORD, 'Aurora Auditora');
    const id = await board.card('Para leer', { description: 'Se lee.' });
    await board.checklist(id, 'Pasos', ['uno']);
    const { page, dialog } = await onCard(id, auditor);
    await dialog.getByText('Su cuenta lee el tablero y no lo cambia.').waitFor();
    await dialog.getByText('Se lee.').waitFor();
    assert.deepEqual(await dialog.getByRole('button').allTextContents(), [''], 'only the one that closes it');
    assert.ok(await dialog.getByRole('checkbox', { name: 'uno' }).isDisabled());
    await page.context().close();
  });

  for (const [language, colorScheme, edit] of [
    ['es', 'light', 'Editar la descripción'],
    ['en', 'dark', 'Edit the description'],
  ] as const) {
    it(`has nothing that axe would mend, in ${language} and ${colorScheme}`, async () => {
      const labelIds = [];
      for (const colour of ['GREY', 'RED', 'ORANGE', 'YELLOW', 'GREEN', 'TEAL', 'BLUE', 'VIOLET', 'PINK'])
        labelIds.push(await board.label(`${colour} ${randomUUID().slice(0, 4)}`, colour));
      const id = await board.card('Todo junto', {
        description: '# Uno\n\n### Dos\n\n- [ ] tres\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n`código`',
        labelIds,
        assigneeIds: [ana.id],
        dueAt: new Date(Date.now() - 60_000),
      });
      await board.checklist(id, 'Pasos', ['uno', 'dos']);
      await board.comment(id, 'Un comentario.');
      const { page, faults } = await openPage(browser, { colorScheme, viewport: { width: 1280, height: 900 } });
      await page.addInitScript(`localStorage.setItem('presente.language', '${language}')`);
      await page.goto(`${url}/board/${board.id}/card/${id}`);
      await signInOn(page, ana);
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Un comentario.').waitFor();
      assert.deepEqual(await accessibilityFaults(page), [], 'as it is read');
      await dialog.getByRole('button', { name: edit }).click();
      await dialog.getByRole('textbox', { name: /^(Descripción|Description)$/ }).fill('Otra.');
      await board.update(id, { description: 'De otra persona.' });
      await dialog.getByRole('alert').waitFor();
      assert.deepEqual(await accessibilityFaults(page), [], 'with a conflict');
      await page.setViewportSize({ width: 360, height: 740 });
      assert.deepEqual(await accessibilityFaults(page), [], 'on a phone');
      const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
      assert.ok(overflow <= 0, 'nothing is wider than a phone');
      assert.deepEqual(faults, []);
      await page.context().close();
    });
  }
});
