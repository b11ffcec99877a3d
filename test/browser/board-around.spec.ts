import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { type Browser, type Page } from 'playwright-core';
import { ApiClient } from '../../scripts/client/api-client.js';
import { Desk } from '../../scripts/client/desk.js';
import { accessibilityFaults, openPage, signInOn, withoutChromium } from '../support/chromium.js';
import { auditOf } from '../support/counting.js';
import { frames, type Frames } from '../support/frames.js';
import { type TestDatabase, withoutPostgres } from '../support/servers.js';
import { type Stack } from '../support/stack.js';
import { TeamBoard } from '../support/team-board.js';
import { undoToast } from '../support/team-pages.js';
import { addUser, type TestUser } from '../support/users.js';
import { type BrowserStack, startBrowserStack } from '../support/browser-stack.js';

const PASSWORD = 'purple monkey dishwasher';
const PIN = '493817';

describe('reviews, filters and what manages a board', { skip: withoutPostgres || withoutChromium }, () => {
  let running: BrowserStack;
  let database: TestDatabase;
  let stack: Stack;
  let browser: Browser;
  let url: string;
  let desk: Desk;
  let ana: TestUser;
  let pictures: Frames;
  let qr: string;
  let personId: string;
  let reviewsId: string;

  before(async () => {
    [running, pictures] = await Promise.all([startBrowserStack(), frames()]);
    ({ database, stack, browser, url } = running);
    desk = new Desk(await ApiClient.signIn(stack.api.url, stack.admin));
    ana = await userWith('OPERATOR', 'Ana Operadora');
    ({ card: qr, personId } = await desk.enrol(pictures.genuine, 'Ada Prueba'));
    const { boards } = await desk.client.ask<{ boards: { id: string; system: string | null }[] }>(
      '{ boards { id system } }',
    );
    reviewsId = boards.find(({ system }) => system === 'REVIEWS')!.id;
  });
  after(() => running.stop());

  const userWith = (role: string, name: string) => addUser(desk.client, role, PASSWORD, name);
  const newBoard = () => TeamBoard.make(desk.client, `Tablero ${randomUUID()}`, ['Por hacer', 'Hecho']);

  async function at(path: string, user: { email: string; password: string }, options = {}) {
    const watched = await openPage(browser, { viewport: { width: 1280, height: 900 }, ...options });
    await watched.page.goto(`${url}/board/${path}`);
    await signInOn(watched.page, user);
    return { ...watched, dialog: watched.page.getByRole('dialog') };
  }
  const cardsOn = (page: Page) => page.locator('[data-card] a');
  const nameOf = async (checkpointId: string) =>
    (await database.query<{ name: string }>('SELECT name FROM checkpoints WHERE id = $1', [checkpointId]))[0]!.name;

  it('decides an inconclusive validation by one key and a reason, for everybody to see', async () => {
    const door = await desk.checkpoint();
    const [operator, auditor] = [
      await at(reviewsId, ana),
      await at(reviewsId, await userWith('AUDITOR', 'Aurora Auditora')),
    ];
    await operator.page.getByRole('button', { name: 'Más del tablero' }).waitFor();
    const attempt = await desk.validate(door, qr, [pictures.nobody]);
    const name = await nameOf(door);
    for (const { page, dialog } of [operator, auditor]) {
      await page.locator('[data-card]').filter({ hasText: name }).getByRole('link').click();
      await dialog.getByRole('heading', { name: 'No vemos ninguna cara' }).waitFor();
      await dialog.getByText('La máquina no pudo decidir.').waitFor();
      await dialog.getByText(name, { exact: true }).waitFor();
      await dialog.getByText(/^Espera \d+/).waitFor();
      await dialog.getByText('Sale del tablero cuando se decida').or(dialog.getByText('Deciden Adm')).first().waitFor();
    }
    await auditor.dialog.getByText('Deciden Administración y Operación; su cuenta puede leer la revisión.').waitFor();
    await auditor.page.keyboard.press('a');
    assert.equal(await auditor.dialog.getByRole('textbox').count(), 0);

    const { page, dialog } = operator;
    await page.keyboard.press('r');
    const reason = dialog.getByRole('textbox', { name: 'Motivo' });
    await dialog.getByText('Se la envió a intentarlo otra vez.').waitFor();
    await page.keyboard.press('Escape');
    await reason.waitFor({ state: 'detached' });
    await page.keyboard.press('a');
    await page.keyboard.press('Control+Enter');
    await dialog.getByText('Escriba por qué.').waitFor();
    assert.deepEqual(await accessibilityFaults(page), [], 'while it is decided');
    // Keys of the review are letters here.
    await page.keyboard.type('Vista en la puerta; era ella.');
    assert.equal(await reason.inputValue(), 'Vista en la puerta; era ella.');
    await page.keyboard.press('Control+Enter');
    for (const opened of [operator, auditor]) {
      await opened.dialog.getByText('Ana Operadora decidió: Aceptar').waitFor();
      await opened.dialog.getByText('Motivo: Vista en la puerta; era ella.').waitFor();
    }
    await dialog.getByText('Ana Operadora decidió la revisión').waitFor();
    const [card] = await database.query<{ id: string }>(
      'SELECT card_id AS id FROM card_reviews WHERE attempt_id = $1 AND decision IS NOT NULL',
      [attempt.id],
    );
    const [event] = await auditOf(() => database)('REVIEW_DECIDED', 'subject_id', card!.id);
    assert.deepEqual([event?.actor, event?.details['decision']], [ana.id, 'ACCEPT']);
    for (const opened of [operator, auditor]) {
      assert.deepEqual(opened.faults, []);
      await opened.page.context().close();
    }
  });

  it('wants to know what an operator saw before a match counts', async () => {
    const door = await desk.checkpoint('FACE', 'ACTIVE');
    const opened = await desk.open(door, qr, undefined, { withoutChallenge: true });
    await desk.send(opened.capture.token, [pictures.probe]);
    const { id } = await desk.end(opened.attempt.id);
    const { page, dialog } = await at(reviewsId, ana);
    await page
      .locator('[data-card]')
      .filter({ hasText: await nameOf(door) })
      .getByRole('link')
      .click();
    await dialog.getByText(/^Se puede aceptar hasta las/).waitFor();
    await page.keyboard.press('a');
    await dialog.getByRole('textbox', { name: 'Motivo' }).fill('La conozco.');
    await dialog.getByRole('button', { name: 'Aceptar' }).click();
    await dialog.getByText('Diga qué ha comprobado.').waitFor();
    await dialog.getByLabel('Conozco a la persona de vista').check();
    await dialog.getByRole('button', { name: 'Aceptar' }).click();
    await dialog.getByText('Ana Operadora decidió: Aceptar').waitFor();
    assert.deepEqual(
      await database.query('SELECT state, attestation FROM validation_attempts WHERE confirms = $1', [id]),
      [{ state: 'ACCEPTED', attestation: 'KNOWN_PERSON' }],
    );
    await page.context().close();
  });

  it('says in words why the server does not take a decision', async () => {
    const door = await desk.checkpoint('FACE', 'ACTIVE');
    await desk.setPin(personId, PIN);
    const operator = new Desk(await ApiClient.signIn(stack.api.url, ana));
    await operator.validateWithoutFace({ checkpointId: door, credential: qr, pin: PIN });
    const { page, dialog } = await at(reviewsId, ana);
    await page
      .locator('[data-card]')
      .filter({ hasText: await nameOf(door) })
      .getByRole('link')
      .click();
    await dialog.getByText('Un operador dejó pasar bajo su palabra; otra persona lo revisa.').waitFor();
    await page.keyboard.press('r');
    await dialog.getByText('El operador se equivocó.').waitFor();
    await dialog.getByRole('textbox', { name: 'Motivo' }).fill('No era ella.');
    await page.keyboard.press('Control+Enter');
    await dialog.getByText('Fue su propia palabra: la revisa otra persona.').waitFor();
    assert.equal(await dialog.getByRole('textbox', { name: 'Motivo' }).inputValue(), 'No era ella.');
    await page.context().close();
  });

  it('hides what does not fit, says how many, and has it all in the address', async () => {
    const board = await newBoard();
    const name = `Fina ${randomUUID()}`;
    const fina = await userWith('OPERATOR', name);
    const label = await board.label('luz', 'YELLOW');
    await board.card('Revisión de la cámara', { assigneeIds: [fina.id] });
    await board.card('Pedir papel', { description: 'En el ÁRBOL', dueAt: new Date(Date.now() - 60_000) });
    await board.card('Cambiar la bombilla', { labelIds: [label] });
    const { page, faults } = await at(board.id, fina);
    const search = page.getByRole('searchbox', { name: 'Buscar' });
    const shows = async (...titles: string[]) => {
      const status = page.getByRole('search').getByRole('status');
      await status.getByText(`ocultas: ${3 - titles.length}.`).waitFor();
      for (const title of titles)
        await cardsOn(page)
          .and(page.getByText(title, { exact: true }))
          .waitFor();
      assert.deepEqual(await cardsOn(page).allTextContents(), titles);
    };
    await cardsOn(page).nth(2).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('revision camara');
    await shows('Revisión de la cámara');
    await search.fill('arbol');
    await shows('Pedir papel');
    await page.getByRole('button', { name: 'Quitar los filtros' }).click();
    await cardsOn(page).nth(2).waitFor();
    assert.equal(await search.inputValue(), '');
    for (const [chip, title] of [
      ['Mías', 'Revisión de la cámara'],
      ['Vencidas', 'Pedir papel'],
    ] as const) {
      await page.getByRole('search').getByText(chip, { exact: true }).click();
      await shows(title);
      await page.getByRole('search').getByText(chip, { exact: true }).click();
    }
    for (const chip of ['Revisiones', 'Esperan > 10 min']) {
      await page.getByRole('search').getByText(chip, { exact: true }).click();
      await shows();
      await page.getByRole('search').getByText(chip, { exact: true }).click();
    }
    await page.getByRole('search').getByRole('button', { name: 'Responsables' }).click();
    await page.getByRole('checkbox', { name }).check();
    await shows('Revisión de la cámara');
    await page.getByRole('checkbox', { name }).uncheck();
    await page.keyboard.press('Escape');
    await page.getByRole('search').getByRole('button', { name: 'Etiquetas' }).click();
    await page.getByRole('checkbox', { name: 'luz' }).check();
    await shows('Cambiar la bombilla');
    assert.deepEqual(await accessibilityFaults(page), []);
    const colleague = await at(page.url().split('/board/')[1]!, stack.admin);
    await colleague.page.getByText('Se ve 1 tarjeta; ocultas: 2.').waitFor();
    assert.deepEqual(await cardsOn(colleague.page).allTextContents(), ['Cambiar la bombilla']);
    // The filter outlives a card that is opened and closed.
    await cardsOn(colleague.page).click();
    await colleague.dialog.getByRole('button', { name: 'Cerrar' }).click();
    await colleague.page.getByText('Se ve 1 tarjeta; ocultas: 2.').waitFor();
    for (const opened of [page, colleague.page]) await opened.context().close();
    assert.deepEqual(faults, []);
  });

  it('deletes for good what is in the trash, for who has the right, once they were asked', async () => {
    const board = await newBoard();
    const id = await board.card('Sobra');
    const { page, dialog } = await at(`${board.id}/trash`, stack.admin);
    await dialog.getByText('La papelera está vacía').waitFor();
    assert.deepEqual(await accessibilityFaults(page), [], 'empty');
    await desk.client.ask('mutation ($input: CardAtVersionInput!) { trashCard(input: $input) { __typename } }', {
      input: { cardId: id, expectedVersion: 1 },
    });
    await dialog.getByRole('button', { name: 'Borrar «Sobra» para siempre' }).click();
    const question = page.getByRole('dialog', { name: '¿Borrar «Sobra» para siempre?' });
    await question.getByRole('button', { name: 'Cancelar' }).click();
    assert.equal((await database.query('SELECT 1 FROM cards WHERE id = $1', [id])).length, 1);
    await dialog.getByRole('button', { name: 'Borrar «Sobra» para siempre' }).click();
    assert.deepEqual(await accessibilityFaults(page), [], 'asked');
    await question.getByRole('button', { name: 'Borrar para siempre' }).click();
    await dialog.getByText('La papelera está vacía').waitFor();
    assert.equal((await database.query('SELECT 1 FROM cards WHERE id = $1', [id])).length, 0);
    await page.context().close();
  });

  it('has an archive of cards and columns, from which each comes back', async () => {
    const board = await newBoard();
    const id = await board.card('Terminada');
    await desk.client.ask('mutation ($input: CardAtVersionInput!) { archiveCard(input: $input) { __typename } }', {
      input: { cardId: id, expectedVersion: 1 },
    });
    await desk.client.ask('mutation ($id: ID!) { setColumnArchived(id: $id, archived: true) { __typename } }', {
      id: board.columnIds[1],
    });
    const { page, dialog } = await at(`${board.id}/archive`, stack.admin);
    await dialog.getByRole('button', { name: 'Devolver «Terminada»' }).click();
    await dialog.getByText('No hay tarjetas en el archivo').waitFor();
    await dialog.getByRole('button', { name: 'Devolver «Hecho»' }).click();
    await dialog.getByText('Columnas archivadas').waitFor({ state: 'detached' });
    assert.deepEqual(await accessibilityFaults(page), []);
    await page.keyboard.press('Escape');
    await cardsOn(page).filter({ hasText: 'Terminada' }).waitFor();
    await page.locator('[data-lane]').nth(1).waitFor();
    await page.context().close();
  });

  it('makes, changes, archives and brings back labels, whose names are readable on every colour', async () => {
    const board = await newBoard();
    const colours = ['Gris', 'Rojo', 'Naranja', 'Amarillo', 'Verde', 'Turquesa', 'Azul', 'Violeta', 'Rosa'];
    const { page, dialog, faults } = await at(`${board.id}/labels`, stack.admin, { colorScheme: 'dark' });
    await dialog.getByText('Este tablero no tiene etiquetas').waitFor();
    for (const colour of colours) {
      await dialog.getByRole('button', { name: 'Nueva etiqueta' }).click();
      await dialog.getByLabel('Nombre').fill(`en ${colour}`);
      await dialog.getByRole('radiogroup').getByText(colour, { exact: true }).click();
      await dialog.getByRole('button', { name: 'Guardar' }).click();
      await dialog.getByText(`en ${colour}`, { exact: true }).waitFor();
    }
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await accessibilityFaults(page), [], colorScheme);
    }
    await dialog.getByRole('button', { name: 'Editar «en Rojo»' }).click();
    await dialog.getByLabel('Nombre').fill('en Azul');
    await dialog.getByRole('button', { name: 'Guardar' }).click();
    await dialog.getByText('Ese nombre ya está en uso, quizá en el archivo.').waitFor();
    await dialog.getByLabel('Nombre').fill('urgente');
    await dialog.getByRole('button', { name: 'Guardar' }).click();
    await dialog.getByRole('button', { name: 'Archivar «urgente»' }).click();
    const archived = dialog.getByRole('region', { name: 'Etiquetas archivadas' });
    await archived.getByText('urgente').waitFor();
    await archived.getByRole('button', { name: 'Devolver «urgente»' }).click();
    await dialog.getByRole('button', { name: 'Editar «urgente»' }).waitFor();
    await undoToast(page, 'Etiqueta devuelta: urgente').click();
    await archived.getByRole('button', { name: 'Borrar «urgente» para siempre' }).click();
    await page
      .getByRole('dialog', { name: '¿Borrar «urgente» para siempre?' })
      .getByRole('button', { name: 'Borrar para siempre' })
      .click();
    await archived.waitFor({ state: 'detached' });
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  it('has settings for an administrator: a name, the archive, and the end', async () => {
    const board = await newBoard();
    const { page, dialog } = await at(`${board.id}/settings`, stack.admin);
    const name = `Secretaría ${randomUUID().slice(0, 4)}`;
    await dialog.getByLabel('Nombre del tablero').fill(name);
    await dialog.getByRole('button', { name: 'Guardar' }).click();
    await page.getByRole('heading', { name, level: 1, includeHidden: true }).waitFor();
    await dialog.getByRole('button', { name: 'Archivar el tablero' }).click();
    await dialog.getByText('Este tablero está archivado.').waitFor();
    await undoToast(page, `Tablero archivado: ${name}`).click();
    await dialog.getByRole('button', { name: 'Archivar el tablero' }).click();
    await dialog.getByText('Este tablero está archivado.').waitFor();
    assert.deepEqual(await accessibilityFaults(page), []);
    await dialog.getByRole('button', { name: 'Borrar el tablero para siempre' }).click();
    await page.getByRole('button', { name: 'Borrar para siempre', exact: true }).click();
    await page.waitForURL(/\/board\/?$/);
    const reviews = await at(`${reviewsId}/settings`, stack.admin);
    await reviews.dialog.getByText('Este tablero lo llena Presente').waitFor();
    const operator = await at(`${reviewsId}/settings`, ana);
    await operator.dialog.getByText('Los ajustes los cambia Administración.').waitFor();
    for (const opened of [page, reviews.page, operator.page]) await opened.context().close();
  });
});
