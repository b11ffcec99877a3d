import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { type Browser, type Page } from 'playwright-core';
import { ApiClient } from '../../scripts/client/api-client.js';
import { Desk } from '../../scripts/client/desk.js';
import { accessibilityFaults, openPage, signInOn, withoutChromium } from '../support/chromium.js';
import { type TestDatabase, withoutPostgres } from '../support/servers.js';
import { type Stack } from '../support/stack.js';
import { addUser, type TestUser } from '../support/users.js';
import { type BrowserStack, startBrowserStack } from '../support/browser-stack.js';

const PASSWORD = 'purple monkey dishwasher';
const LONG = `Maximiliana ${'de la Santísima Trinidad '.repeat(4)}Goicoechea`.slice(0, 120);

/** As Excel saves a CSV in Spain. */
const windows1252 = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('people in the registrar’s office', { skip: withoutPostgres || withoutChromium }, () => {
  let running: BrowserStack;
  let database: TestDatabase;
  let stack: Stack;
  let browser: Browser;
  let url: string;
  let registrar: TestUser;
  let desk: Desk;

  before(async () => {
    running = await startBrowserStack();
    ({ database, stack, browser, url } = running);
    const admin = await ApiClient.signIn(stack.api.url, stack.admin);
    registrar = await addUser(admin, 'REGISTRAR', PASSWORD, 'Rosa Registra');
    desk = new Desk(await ApiClient.signIn(stack.api.url, registrar));
  });
  after(() => running.stop());

  async function at(place: string, options: Parameters<typeof openPage>[1] & { readonly language?: string } = {}) {
    const { language = 'es', ...context } = options;
    const watched = await openPage(browser, { viewport: { width: 1280, height: 800 }, ...context });
    await watched.page.addInitScript(`localStorage.setItem('presente.language', '${language}')`);
    await watched.page.goto(`${url}/enrol${place}`);
    await signInOn(watched.page, registrar);
    await watched.page.getByRole('heading', { level: 1, name: /^(Personas|Importar|People|Import)$/ }).waitFor();
    return watched;
  }
  const rowsOf = (page: Page) => page.getByRole('list', { name: /Personas|People/ }).getByRole('listitem');
  const searchOf = (page: Page) => page.getByRole('searchbox');
  const upload = (page: Page, buffer: Buffer, name = 'lista.csv') =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
  const clean = async (page: Page, where: string) => {
    assert.deepEqual(await accessibilityFaults(page), [], where);
  };
  const personsNow = async (): Promise<number> => {
    const [row] = await database.query<{ count: number }>('SELECT count(*)::int FROM persons');
    return row?.count ?? -1;
  };

  it('is kept from who has no business there', async () => {
    const { page } = await openPage(browser);
    const operator = await addUser(await ApiClient.signIn(stack.api.url, stack.admin), 'OPERATOR', PASSWORD);
    await page.goto(`${url}/enrol`);
    await signInOn(page, operator);
    await page.getByText('su cuenta no tiene acceso a esta página').waitFor();
    await page.context().close();
  });

  it('teaches where nobody is yet, makes the first person and leads to them', async () => {
    const { page, faults } = await at('');
    await page.getByText('Todavía no hay nadie').waitFor();
    await clean(page, 'empty');
    await page.getByRole('button', { name: 'Nueva persona' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nombre y apellidos').fill('   ');
    await dialog.getByLabel('Identificador').fill('con espacios');
    await dialog.getByRole('button', { name: 'Crear y abrir' }).click();
    await dialog.getByText('Escriba el nombre.').waitFor();
    await dialog.getByText('y sin espacios').waitFor();
    await clean(page, 'the dialog with faults');
    await dialog.getByLabel('Nombre y apellidos').fill('Ada Lovelace');
    await dialog.getByLabel('Identificador').fill('2026-0001');
    await dialog.getByRole('button', { name: 'Crear y abrir' }).click();
    await page.waitForURL(/\/enrol\/people\/[0-9a-f-]{36}$/);
    await page.goBack();
    await rowsOf(page).filter({ hasText: 'Ada Lovelace' }).getByText('Sin consentimiento').waitFor();
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  it('leads from an id that is taken to who has it, and makes several in a row', async () => {
    const { page } = await at('/people');
    await page.getByRole('button', { name: 'Nueva persona' }).click();
    const dialog = page.getByRole('dialog');
    for (const [name, id] of [
      ['Grace Hopper', 'P-1'],
      [LONG, 'P-2'],
    ] as const) {
      await dialog.getByLabel('Nombre y apellidos').fill(name);
      await dialog.getByLabel('Identificador').fill(id);
      await dialog.getByLabel('Personal').check();
      await dialog.getByRole('button', { name: 'Crear y seguir con otra' }).click();
      await page.getByText(`${name} ya está en la lista.`).waitFor();
      assert.equal(await dialog.getByLabel('Identificador').inputValue(), '');
    }
    await dialog.getByLabel('Nombre y apellidos').fill('Otra');
    await dialog.getByLabel('Identificador').fill('p-1');
    await dialog.getByRole('button', { name: 'Crear y abrir' }).click();
    await dialog.getByText('Ese identificador ya es de alguien').waitFor();
    await clean(page, 'the dialog with an id that is taken');
    await dialog.getByRole('link', { name: 'Abrir su ficha' }).click();
    const [{ id } = { id: '' }] = await database.query<{ id: string }>(
      `SELECT id FROM persons ORDER BY id DESC OFFSET 1 LIMIT 1`,
    );
    await page.waitForURL(`**/enrol/people/${id}`);
    assert.equal(await personsNow(), 3);
    await page.context().close();
  });

  it('finds by what is typed and by keys alone, and puts a name right', async () => {
    const { page } = await at('/people');
    await rowsOf(page).nth(2).waitFor();
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('/');
    await page.keyboard.type('LOVÉL');
    await page.getByText('1 persona', { exact: true }).waitFor();
    await rowsOf(page).filter({ hasText: 'Ada Lovelace' }).waitFor();
    await page.getByRole('button', { name: 'Corregir los datos de Ada Lovelace' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Nombre y apellidos').fill('Ada Byron Lovelace');
    await dialog.getByRole('button', { name: 'Guardar' }).click();
    await rowsOf(page).filter({ hasText: 'Ada Byron Lovelace' }).waitFor();

    await searchOf(page).fill('');
    await rowsOf(page).nth(2).waitFor();
    await searchOf(page).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    const focused = await page.evaluate<string>('document.activeElement.textContent');
    assert.match(focused, /^Maximiliana/);
    await page.keyboard.press('ArrowUp');
    // At once: one person is also what its first letters find, and Enter is for what stands there in the end.
    await page.keyboard.insertText('byron');
    await page.getByText('1 persona', { exact: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/people\/[0-9a-f-]{36}$/);
    await page.goBack();
    assert.equal(await searchOf(page).inputValue(), 'byron', 'what was looked for is still there');
    assert.ok(!page.url().includes('byron'), 'and not in the address');
    await searchOf(page).fill('nadie así');
    await page.getByText('Nadie coincide').waitFor();
    await clean(page, 'nobody found');
    await page.getByRole('button', { name: 'Ver a todas las personas' }).click();
    await rowsOf(page).nth(2).waitFor();
    await page.context().close();
  });

  it('shows who lacks what', async () => {
    const id = await desk.register('Con Consentimiento');
    await desk.consent(id);
    const { page } = await at('/people');
    await page.getByRole('combobox', { name: 'Situación' }).click();
    await page.getByRole('option', { name: 'Faltan las fotos' }).click();
    await page.getByText('1 persona', { exact: true }).waitFor();
    await rowsOf(page).filter({ hasText: 'Con Consentimiento' }).waitFor();
    await clean(page, 'filtered');
    await page.context().close();
  });

  it('imports a file of Spanish Excel, says what is wrong with each row, and takes it once corrected', async () => {
    const { page, faults } = await at('/import');
    await clean(page, 'nothing chosen');
    const before = await personsNow();
    const lines = [
      'Nº de expediente;Apellidos;Nombre;Tipo',
      'E-1;Núñez Peña;Íñigo;Alumno',
      'E 2;Sin Guion;Eva;Alumna',
      '',
      'E-3;"Coma; dentro";Ana;Profesora',
      'E-4;;;Alumna',
      'E-1;Repetida;Rita;Alumna',
      '2026-0001;Lovelace;Otra;Alumna',
    ];
    await upload(page, windows1252(lines.join('\r\n')));
    await page.getByText('lista.csv: 6 filas.').waitFor();
    await page.getByRole('cell', { name: 'Íñigo Núñez Peña' }).waitFor();
    assert.equal(await page.getByRole('combobox', { name: 'Codificación' }).inputValue(), 'Windows (Excel)');
    await clean(page, 'columns');
    await page.getByRole('button', { name: 'Comprobar' }).click();
    await page.getByText('Todavía no se ha guardado nada.').waitFor();
    const open = page.getByRole('list', { name: 'Filas por revisar' }).getByRole('listitem');
    assert.deepEqual(
      (await open.allTextContents()).map((text) => /^Fila \d+/.exec(text)?.[0]),
      ['Fila 3', 'Fila 6', 'Fila 7', 'Fila 8'],
    );
    await open.nth(0).getByText('El identificador solo puede tener').waitFor();
    await open.nth(1).getByText('Falta el nombre.').waitFor();
    await open.nth(2).getByText('Otra fila anterior tiene el mismo identificador.').waitFor();
    await open.nth(3).getByText('Ya está como «Ada Byron Lovelace».').waitFor();
    await clean(page, 'checked');
    assert.equal(await personsNow(), before, 'a check writes nothing');

    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Descargar estas filas' }).click(),
    ]);
    const file = await readFile(await saved.path(), 'utf8');
    assert.match(
      file,
      /^\uFEFFNº de expediente;Apellidos;Nombre;Tipo;Motivo\r\nE 2;Sin Guion;Eva;Alumna;El identificador/,
    );

    await page.getByRole('button', { name: 'Importar 2 personas' }).click();
    await page.getByText('Hecho: 2 personas nuevas.').waitFor();
    await clean(page, 'done');
    assert.equal(await personsNow(), before + 2);

    await page.getByRole('button', { name: 'Otro archivo' }).click();
    await upload(page, windows1252(lines.join('\r\n').replace('E 2', 'E-2')));
    await page.getByRole('button', { name: 'Comprobar' }).click();
    await page.getByRole('button', { name: 'Importar 1 persona' }).click();
    await page.getByText('Hecho: 1 persona nueva.').waitFor();

    await page.getByRole('button', { name: 'Otro archivo' }).click();
    await upload(page, windows1252(lines.join('\r\n').replace('E 2', 'E-2')));
    await page.getByRole('button', { name: 'Comprobar' }).click();
    await page.getByText('No hay nadie nuevo que importar.').waitFor();
    assert.equal(await personsNow(), before + 3);
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  it('hands out no formula of somebody else’s', async () => {
    const { page } = await at('/import');
    await upload(page, Buffer.from('id,name\n=cmd|calc,"=HYPERLINK(""http://evil.test"")"\n'));
    await page.getByRole('button', { name: 'Comprobar' }).click();
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Descargar estas filas' }).click(),
    ]);
    const cells = (await readFile(await saved.path(), 'utf8')).split(/[;\r\n]+/);
    assert.deepEqual(
      cells.filter((cell) => /^"?[=+@-]/.test(cell)),
      [],
    );
    assert.ok(cells.includes(`"'=cmd|calc"`));
    await page.context().close();
  });

  it('takes what is pasted, asks for the columns it can’t guess, and refuses what is no list', async () => {
    const { page } = await at('/import', { language: 'en' });
    await upload(page, Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x00]), 'people.xlsx');
    await page.getByText('This is a workbook. Open it and save it as CSV.').waitFor();
    await page.getByLabel('Or paste the rows here').fill('Tess Tabulated\tT-1\nTim Tabulated\tT-2');
    await page.getByRole('button', { name: 'Use what is pasted' }).click();
    await page.getByText('What was pasted: 2 rows.').waitFor();
    const check = page.getByRole('button', { name: 'Check' });
    assert.ok(await check.isDisabled());
    for (const [field, column] of [
      ['Id', 'Column 2'],
      ['Name, or full name', 'Column 1'],
    ] as const) {
      await page.getByRole('combobox', { name: field, exact: true }).click();
      await page.getByRole('option', { name: column }).click();
    }
    await page.getByRole('cell', { name: 'Tim Tabulated' }).waitFor();
    await clean(page, 'columns in English');
    await check.click();
    await page.getByRole('button', { name: 'Import 2 people' }).click();
    await page.getByText('Done: 2 new people.').waitFor();
    await page.context().close();
  });

  it('goes on where a long import was cut off, and makes nobody twice', async () => {
    const { page } = await at('/import');
    const before = await personsNow();
    const lines = Array.from({ length: 1_200 }, (_, index) => `L-${index},Larga Lista ${index}`);
    await upload(page, Buffer.from(['id,nombre', ...lines].join('\n')));
    await page.getByRole('button', { name: 'Comprobar' }).click();
    const go = page.getByRole('button', { name: 'Importar 1200 personas' });
    await go.waitFor();
    let sent = 0;
    await page.route('**/graphql', async (route) => {
      const isImport = route.request().postData()?.includes('importPersons') === true;
      // The second piece arrives, and its answer does not.
      if (isImport && ++sent === 2) {
        await route.fetch();
        await route.abort();
      } else await route.continue();
    });
    await go.click();
    await page.getByText('Se ha interrumpido').waitFor();
    await clean(page, 'cut off');
    await page.getByRole('button', { name: 'Continuar' }).click();
    await page.getByText('Hecho: 1200 personas nuevas.').waitFor();
    assert.equal(await personsNow(), before + 1_200);
    const [events] = await database.query<{ count: number }>(
      `SELECT count(*)::int FROM audit_events WHERE action = 'PERSONS_IMPORTED' AND details ->> 'created' IN ('500', '200')`,
    );
    assert.equal(events?.count, 3);
    await page.context().close();
  });

  for (const [language, colorScheme] of [
    ['es', 'dark'],
    ['en', 'light'],
  ] as const) {
    it(`fits a phone, in ${language} and ${colorScheme}`, async () => {
      const { page } = await at('/people', { language, colorScheme, viewport: { width: 360, height: 740 } });
      await searchOf(page).fill('maxim');
      await rowsOf(page).filter({ hasText: 'Maximiliana' }).waitFor();
      const tooWide = () => page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      assert.ok((await tooWide()) <= 0, 'the list');
      await clean(page, 'the list on a phone');
      await page.getByRole('button', { name: /^(Corregir|Correct)/ }).click();
      await page.getByRole('dialog').waitFor();
      assert.ok((await tooWide()) <= 0, 'the dialog');
      await clean(page, 'the dialog on a phone');
      await page.keyboard.press('Escape');
      await page.goto(`${url}/enrol/import`);
      await page.locator('input[type=file]').waitFor({ state: 'attached' });
      await upload(page, Buffer.from(`id;nombre\nX-9;${LONG}\nX 9;${'a'.repeat(130)}`));
      await page.getByRole('button', { name: /^(Comprobar|Check)$/ }).waitFor();
      assert.ok((await tooWide()) <= 0, 'the columns');
      await page.getByRole('button', { name: /^(Comprobar|Check)$/ }).click();
      await page.getByRole('list', { name: /^(Filas por revisar|Rows to look at)$/ }).waitFor();
      assert.ok((await tooWide()) <= 0, 'the results');
      await clean(page, 'the results on a phone');
      await page.context().close();
    });
  }
});
