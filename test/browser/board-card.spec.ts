import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { accessibilityFaults, openPage, signInOn, withoutChromium } from '../support/chromium.js';
import { withoutPostgres } from '../support/servers.js';
import { part, TeamPages } from '../support/team-pages.js';
import { type TestUser } from '../support/users.js';

describe('an open card', { skip: withoutPostgres || withoutChromium }, () => {
  let team: TeamPages;

  before(async () => {
    team = await TeamPages.start();
  });
  after(() => team.stop());

  /** Somebody at a place of the board. */
  async function at(path: string, user: TestUser, options = {}) {
    const opened = await team.open(path, options);
    await signInOn(opened.page, user);
    return opened;
  }
  const onCard = async (id: string, user = team.ana, options = {}) => {
    const opened = await at(`/card/${id}`, user, options);
    await opened.dialog.getByRole('heading', { level: 2 }).waitFor();
    return opened;
  };

  it('is opened by its address, closed by Back and Escape, and gives the focus back to the column', async () => {
    const id = await team.board.card('Abrir y cerrar');
    const { page, dialog, faults } = await at('', team.ana);
    const link = page.getByRole('link', { name: 'Abrir y cerrar', exact: true });
    await link.focus();
    await page.keyboard.press('Enter');
    await dialog.getByRole('heading', { name: 'Abrir y cerrar' }).waitFor();
    assert.ok(page.url().endsWith(`/board/${team.board.id}/card/${id}`));
    await page.goBack();
    await dialog.waitFor({ state: 'detached' });
    await link.focus();
    await page.keyboard.press('Enter');
    await dialog.getByRole('heading', { name: 'Abrir y cerrar' }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await link.and(page.locator(':focus')).waitFor();
    for (const nothing of [randomUUID(), 'x']) {
      await page.goto(team.url(`/card/${nothing}`));
      await dialog.getByText('Esta tarjeta ya no existe.').waitFor();
    }
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  it('shows Markdown and nothing that could do harm, and each change at once in another browser', async () => {
    const id = await team.board.card('Título viejo');
    const [one, other] = [await onCard(id), await onCard(id, team.berta)];
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
    const id = await team.board.card('Dos a la vez', { description: 'Al principio.' });
    const { page, dialog } = await onCard(id);
    await dialog.getByRole('button', { name: 'Editar la descripción' }).click();
    const field = dialog.getByRole('textbox', { name: 'Descripción' });
    await field.fill('Lo de Ana.');
    await team.board.update(id, { title: 'Dos a la vez, de Berta' });
    await dialog.getByRole('heading', { name: 'Dos a la vez, de Berta' }).waitFor();
    assert.equal(await dialog.getByRole('alert').count(), 0, 'another part is no conflict');
    await team.board.update(id, { description: 'Lo de Berta.' });
    const conflict = dialog.getByRole('alert');
    await conflict.getByText('Lo de Berta.').waitFor();
    assert.equal(await field.inputValue(), 'Lo de Ana.');
    // What was typed outlives the dialog.
    await page.goBack().catch(() => null);
    await page.goto(team.url(''));
    await page.getByRole('link', { name: 'Dos a la vez, de Berta', exact: true }).click();
    await dialog.getByRole('button', { name: 'Editar la descripción' }).click();
    await field.fill('Lo de Ana, otra vez.');
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Cerrar' }).first().click();
    await dialog.waitFor({ state: 'detached' });
    await team.board.update(id, { description: 'Lo último de Berta.' });
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
    const label = await team.board.label(`luz ${randomUUID().slice(0, 4)}`);
    const id = await team.board.card('Adelantada');
    const { page, dialog } = await onCard(id);
    // The server hears of the other change between the version that this page knows and its own change.
    let isOvertaken = false;
    await page.route('**/graphql', async (route) => {
      if (!isOvertaken && route.request().postData()?.includes('mutation UpdateCard') === true) {
        isOvertaken = true;
        await team.board.update(id, { labelIds: [label] });
      }
      await route.continue();
    });
    await dialog.getByRole('button', { name: 'Asignármela' }).click();
    await part(dialog, 'Responsables').getByText('Ana Operadora').waitFor();
    await part(dialog, 'Etiquetas').getByText('luz').waitFor();
    const { card } = await team.client.ask<{ card: { labelIds: string[]; assigneeIds: string[] } }>(
      'query ($id: ID!) { card(id: $id) { labelIds assigneeIds } }',
      { id },
    );
    assert.deepEqual(card, { labelIds: [label], assigneeIds: [team.ana.id] });
    await page.context().close();
  });

  it('shows a conflict also to who was overtaken on the way, on the very same text', async () => {
    const id = await team.board.card('Adelantada en lo mismo', { description: 'Al principio.' });
    const { page, dialog } = await onCard(id);
    let isOvertaken = false;
    await page.route('**/graphql', async (route) => {
      if (!isOvertaken && route.request().postData()?.includes('mutation UpdateCard') === true) {
        isOvertaken = true;
        await team.board.update(id, { description: 'Lo de Berta.' });
      }
      await route.continue();
    });
    await dialog.getByRole('button', { name: 'Editar la descripción' }).click();
    const field = dialog.getByRole('textbox', { name: 'Descripción' });
    await field.fill('Lo de Ana.');
    await page.keyboard.press('Control+Enter');
    await dialog.getByRole('alert').getByText('Lo de Berta.').waitFor();
    assert.equal(await field.inputValue(), 'Lo de Ana.');
    assert.deepEqual(await team.database.query('SELECT description FROM cards WHERE id = $1', [id]), [
      { description: 'Lo de Berta.' },
    ]);
    await dialog.getByRole('button', { name: 'Quedarse con lo suyo' }).click();
    await part(dialog, 'Descripción').getByText('Lo de Berta.').waitFor();
    await page.context().close();
  });

  it('is read by an auditor, who changes nothing', async () => {
    const auditor = await team.userWith('AUDITOR', 'Aurora Auditora');
    const id = await team.board.card('Para leer', { description: 'Se lee.' });
    await team.board.checklist(id, 'Pasos', ['uno']);
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
        labelIds.push(await team.board.label(`${colour} ${randomUUID().slice(0, 4)}`, colour));
      const id = await team.board.card('Todo junto', {
        description: '# Uno\n\n### Dos\n\n- [ ] tres\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n`código`',
        labelIds,
        assigneeIds: [team.ana.id],
        dueAt: new Date(Date.now() - 60_000),
      });
      await team.board.checklist(id, 'Pasos', ['uno', 'dos']);
      await team.board.comment(id, 'Un comentario.');
      const { page, faults } = await openPage(team.browser, { colorScheme, viewport: { width: 1280, height: 900 } });
      await page.addInitScript(`localStorage.setItem('presente.language', '${language}')`);
      await page.goto(team.url(`/card/${id}`));
      await signInOn(page, team.ana);
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Un comentario.').waitFor();
      assert.deepEqual(await accessibilityFaults(page), [], 'as it is read');
      await dialog.getByRole('button', { name: edit }).click();
      await dialog.getByRole('textbox', { name: /^(Descripción|Description)$/ }).fill('Otra.');
      await team.board.update(id, { description: 'De otra persona.' });
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
