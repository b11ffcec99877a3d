import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { type Locator } from 'playwright-core';
import { signInOn, withoutChromium } from '../support/chromium.js';
import { withoutPostgres } from '../support/servers.js';
import { part, TeamPages, undoToast } from '../support/team-pages.js';

describe('what an open card holds', { skip: withoutPostgres || withoutChromium }, () => {
  let team: TeamPages;

  before(async () => {
    team = await TeamPages.start();
  });
  after(() => team.stop());

  const onCard = async (id: string, user = team.ana, options = {}) => {
    const opened = await team.open(`/card/${id}`, options);
    await signInOn(opened.page, user);
    await opened.dialog.getByRole('heading', { level: 2 }).waitFor();
    return opened;
  };

  it('chooses labels and assignees by keyboard, and takes a choice back', async () => {
    const name = `norte ${randomUUID().slice(0, 4)}`;
    await team.board.label(name, 'TEAL');
    const id = await team.board.card('Con etiquetas');
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
    await undoToast(page, 'Responsables cambiados').click();
    await part(dialog, 'Responsables').getByText('Nadie.').waitFor();
    await page.context().close();
  });

  it('keeps a due date as a moment, and shows it by the clock of who looks', async () => {
    const id = await team.board.card('Con fecha');
    const { page, dialog } = await onCard(id, team.ana, { timezoneId: 'America/Bogota' });
    const due = part(dialog, 'Fecha límite');
    await due.getByRole('button', { name: 'Cambiar la fecha' }).click();
    await due.getByLabel('Fecha y hora (America/Bogota)').fill('2030-05-06T09:30');
    await due.getByRole('button', { name: 'Guardar' }).click();
    await due.getByText('6 may 2030, 9:30').waitFor();
    assert.deepEqual(
      await team.database.query(`SELECT due_at = '2030-05-06T14:30:00Z' AS same FROM cards WHERE id = $1`, [id]),
      [{ same: true }],
    );
    const madrid = await onCard(id, team.berta, { timezoneId: 'Europe/Madrid' });
    await part(madrid.dialog, 'Fecha límite').getByText('6 may 2030, 16:30').waitFor();
    await due.getByRole('button', { name: 'Cambiar la fecha' }).click();
    await due.getByRole('button', { name: 'Quitar la fecha' }).click();
    await part(madrid.dialog, 'Fecha límite').getByText('Sin fecha.').waitFor();
    for (const opened of [page, madrid.page]) await opened.context().close();
  });

  it('has checklists: items are added, ticked, renamed, removed, and moved by keyboard', async () => {
    const id = await team.board.card('Con lista');
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
    await team.board.checklist(id, 'Otra', ['de Berta']);
    await dialog.getByText('de Berta').waitFor();
    await page.context().close();
  });

  it('has comments that their author changes, deletes and has again, and nobody else', async () => {
    const id = await team.board.card('Con comentarios');
    await team.board.comment(id, 'De la administración.');
    const [mine, theirs] = [await onCard(id), await onCard(id, team.berta)];
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
    await undoToast(mine.page, 'Comentario borrado').click();
    await said(theirs.dialog).filter({ hasText: 'Ya está.' }).waitFor();
    await remove.click();
    await mine.dialog.getByText('Ha borrado un comentario').click();
    await mine.dialog.getByRole('button', { name: 'Recuperar' }).click();
    for (const { dialog } of [mine, theirs]) await said(dialog).filter({ hasText: 'Ya está.' }).waitFor();
    assert.equal(await said(mine.dialog).count(), 2);
    for (const { page } of [mine, theirs]) await page.context().close();
  });

  it('leaves the board for the archive and the trash, and comes back from each', async () => {
    const id = await team.board.card('De ida y vuelta');
    const { page, dialog } = await onCard(id);
    const link = page.getByRole('link', { name: 'De ida y vuelta', exact: true });
    await dialog.getByRole('button', { name: 'Archivar' }).click();
    await link.waitFor({ state: 'detached' });
    await undoToast(page, 'Archivada').click();
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
});
