import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Holder } from '../../scripts/client/holder.js';
import { loaded, withoutChromium } from '../support/chromium.js';
import { clean, click, Office, qrOn, saved, shoot } from '../support/enrolment-page.js';
import { frames, type Frames } from '../support/frames.js';
import { readPdf } from '../support/pdf.js';
import { withoutPostgres } from '../support/servers.js';

const CARD = { width: 85.6, height: 54 };
/** Of A4, in millimetres: where the first card begins. */
const SHEET = { left: (210 - 2 * CARD.width) / 2, top: (297 - 5 * CARD.height) / 2 };

describe('what a registrar does for a person later', { skip: withoutPostgres || withoutChromium }, () => {
  let office: Office;
  let pictures: Frames;

  before(async () => {
    [office, pictures] = await Promise.all([Office.open(), frames()]);
  });
  after(() => office.close());

  it('withdraws a consent with its template, and renews one of an older text', async () => {
    const { personId, card } = await office.desk.enrol(pictures.genuine, 'Wanda Cambia');
    const { page, dialog } = await office.at(`/people/${personId}`);
    await page.getByText('Todo listo', { exact: true }).waitFor();
    await click(page, 'Retirar');
    await dialog.getByText('se borra en el acto y no se puede recuperar').waitFor();
    await clean(page, 'the withdrawal');
    await click(dialog, 'Retirar y borrar la plantilla');
    await page.getByText('Sin consentimiento', { exact: true }).waitFor();
    assert.equal(await office.templatesOf(personId), 0);
    assert.equal((await office.kiosk.open(card)).attempt.reason, 'CONSENT_MISSING');
    await page.context().close();

    const other = await office.desk.enrol(pictures.genuine, 'Renata Renueva');
    await office.database.query(`UPDATE consents SET text_version = '2025-1' WHERE person_id = $1`, [other.personId]);
    const renewing = await office.at(`/people/${other.personId}`, { language: 'en' });
    await renewing.page.getByText('The text of the consent has changed').waitFor();
    await click(renewing.page, 'Renew');
    await renewing.dialog.getByText('(text 2025-1) is withdrawn and its template deleted').waitFor();
    await renewing.dialog.getByText('I agree that the institution checks my identity').waitFor();
    await renewing.dialog.getByLabel('The person themself').check();
    await renewing.dialog.getByLabel('Evidence').fill('by word, at the office');
    await renewing.dialog.getByLabel('They have read it').check();
    await clean(renewing.page, 'the renewal');
    await click(renewing.dialog, 'Renew');
    await renewing.page.getByText('Photos missing', { exact: true }).waitFor();
    const rows = await office.database.query(
      'SELECT text_version, language, active FROM consents WHERE person_id = $1 ORDER BY id',
      [other.personId],
    );
    assert.deepEqual(rows, [
      { text_version: '2025-1', language: 'es', active: false },
      { text_version: '2026-1', language: 'en', active: true },
    ]);
    assert.equal(await office.templatesOf(other.personId), 0);
    await renewing.page.context().close();
  });

  it('sets a PIN, invites to the pass, and lifts a lock', async () => {
    const { personId, card } = await office.desk.enrol(pictures.genuine, 'Petra Pin');
    const [credential] = await office.database.query<{ id: string }>(
      'SELECT id FROM credentials WHERE person_id = $1',
      [personId],
    );
    await office.database.query(
      `INSERT INTO comparison_failures (subject_id, person_id, failures, last_failed_at) VALUES ($1, $2, 60, now())`,
      [credential?.id, personId],
    );
    const { page, dialog } = await office.at(`/people/${personId}`);
    await page.getByText('Bloqueada', { exact: true }).waitFor();
    await page.getByText('60 fallos seguidos.').waitFor();
    await clean(page, 'locked');
    await click(page, 'Desbloquear');
    await page.getByText('Sin bloqueo.').waitFor();
    assert.equal((await office.kiosk.open(card)).__typename, 'ValidationOpened');

    await click(page, 'Poner un PIN');
    await dialog.getByLabel('PIN nuevo').fill('123');
    await click(dialog, 'Guardar el PIN');
    await dialog.getByText('Tienen que ser de 6 a 12 cifras.').waitFor();
    await dialog.getByLabel('PIN nuevo').fill('123456');
    await click(dialog, 'Guardar el PIN');
    await dialog.getByText('Las cifras van seguidas.').waitFor();
    await clean(page, 'a weak PIN');
    await click(dialog, 'Proponer uno');
    await click(dialog, 'Guardar el PIN');
    await dialog.getByText('PIN guardado.').waitFor();
    await clean(page, 'a PIN that is shown');
    const pin = (await dialog.locator('code').textContent()) ?? '';
    const checkpointId = await office.desk.checkpoint();
    const attempt = await office.desk.validateWithoutFace({ checkpointId, credential: card, pin });
    assert.equal(attempt.reason, 'ATTESTED');
    await dialog.getByRole('button', { name: 'Cerrar' }).last().click();
    assert.ok(!(await page.content()).includes(pin));

    await click(page, 'Invitar');
    await dialog
      .getByRole('timer')
      .getByText(/4[78] h/)
      .waitFor();
    await clean(page, 'the invitation');
    const address = await qrOn(dialog.getByRole('img', { name: 'QR de la invitación' }));
    assert.ok(address.startsWith(`${office.url}/pass#code=`), address);
    const holder = await Holder.open(office.stack.api.url, address.split('#code=')[1] ?? '');
    assert.ok(await holder.pass());
    await page.keyboard.press('Escape');
    await page.getByText('Pase en el teléfono').nth(1).waitFor();
    await click(page, 'Cerrar sus páginas');
    await click(dialog, 'Cerrar sus páginas');
    await page.getByText('Se ha cerrado 1 página.').waitFor();
    await assert.rejects(holder.pass());
    await page.context().close();
  });

  it('gives out what is held on a person, and erases them with a receipt', async () => {
    const { personId } = await office.desk.enrol(pictures.genuine, 'Olga Olvido');
    const externalId = await office.externalIdOf(personId);
    const { page, dialog, faults } = await office.at(`/people/${personId}`, { language: 'en' });
    const exported = await saved(page, () => click(page, 'Download their data'));
    const document = JSON.parse(exported.content.toString()) as Record<string, unknown>;
    assert.deepEqual([document['format'], document['language']], ['presente-person-export-1', 'en']);
    await page.getByText('Their data were downloaded.').waitFor();
    await clean(page, 'exported');

    await click(page, 'Erase the person');
    const yes = dialog.getByRole('button', { name: 'Erase for good' });
    await dialog.getByRole('textbox').fill(externalId.slice(1));
    assert.ok(await yes.isDisabled());
    await clean(page, 'the erasure');
    await dialog.getByRole('textbox').fill(externalId);
    await yes.click();
    await page.getByRole('heading', { name: 'Person erased' }).waitFor();
    await clean(page, 'erased');
    const { content, download } = await saved(page, () => click(page, 'Download the receipt'));
    assert.equal(download.suggestedFilename(), `erasure-${personId}.jwt`);
    const [receipt] = await office.database.query<{ person_id: string }>(
      'SELECT person_id FROM erasure_receipts WHERE person_id = $1',
      [personId],
    );
    assert.equal(receipt?.person_id, personId);
    assert.equal(content.toString().split('.').length, 3);
    await page.reload();
    await page.getByRole('heading', { name: 'Person erased' }).waitFor();
    assert.equal(await page.getByText('Olga Olvido').count(), 0);
    assert.deepEqual(faults, []);
    await page.goto(`${office.url}/enrol/people/019a0000-0000-7000-8000-000000000000`);
    await page.getByText('There is nobody at this address').waitFor();
    await clean(page, 'nobody');
    await page.context().close();
  });

  it('prints a class on sheets of ten, whatever the names are written in', async () => {
    const names = [
      'Łukasz Żółć',
      'Őry Gergő',
      'Ștefan Brâncuși',
      'Nguyễn Thị Hạnh',
      '山田 太郎',
      'محمد علي',
      'W'.repeat(60),
    ];
    const people: string[] = [];
    for (let index = 0; index < 12; index++)
      people.push(
        await office.desk.register(names[index] ?? `Persona Número ${index} de Apellidos Larguísimos y Compuestos`),
      );
    const old = (await office.desk.issueCard(people[0]!)).text;
    const { page, dialog, faults } = await office.at(`/cards?ids=${people.slice(0, 10).join(',')}`);
    const rows = page.getByRole('list', { name: 'Personas de la hoja' }).getByRole('listitem');
    await rows.nth(9).waitFor();
    const numbers = await Promise.all(people.slice(10).map((id) => office.externalIdOf(id)));
    await page.getByLabel('Añadir por su número').fill([...numbers, 'NADIE-1'].join('\n'));
    await click(page, 'Añadir');
    await page.getByText('No hay nadie con estos números: NADIE-1').waitFor();
    await rows.nth(11).waitFor();
    await rows.nth(0).getByText('Ya tiene carné').waitFor();
    await clean(page, 'the class');
    await click(page, 'Emitir 12 carnés');
    await dialog.getByText('1 persona ya tiene carné: dejará de valer').waitFor();
    await clean(page, 'the question about the class');
    await click(dialog, 'Emitir 12 carnés');
    await page.getByText('Hay 12 carnés emitidos.').waitFor();
    await clean(page, 'issued');
    assert.equal((await office.kiosk.open(old)).attempt.reason, 'CREDENTIAL_REVOKED');

    const { content } = await saved(page, () => click(page, 'Descargar la hoja'));
    const sheets = await readPdf(content);
    assert.deepEqual(
      sheets.map(({ width, height }) => [Math.round(width), Math.round(height)]),
      [
        [210, 297],
        [210, 297],
      ],
    );
    const written = sheets.map(({ text }) => text.replaceAll(/\s+/g, ' ')).join(' ');
    for (const name of names.slice(0, 4)) assert.ok(written.includes(name), name);
    const qrs: string[] = [];
    for (const [index] of people.entries()) {
      const [sheet, place] = [sheets[Math.floor(index / 10)]!, index % 10];
      const left = SHEET.left + (place % 2) * CARD.width;
      const top = SHEET.top + Math.floor(place / 2) * CARD.height;
      qrs.push(await sheet.qr({ left, top, width: 51, height: CARD.height }));
    }
    assert.equal(new Set(qrs).size, 12);
    for (const qr of qrs) assert.equal((await office.kiosk.open(qr)).attempt.reason, 'CONSENT_MISSING');
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  it('chooses a class in the list, by mouse and by keys, and issues its cards although one request is lost', async (t) => {
    await office.desk.importPeople(Array.from({ length: 210 }, (_, index) => `Sexto Curso ${index}`));
    await office.desk.importPeople(Array.from({ length: 30 }, (_, index) => `Quinto Grupo ${index}`));
    await office.desk.register('Sola Aparte');
    const { page, dialog, faults } = await office.at('/people');
    const people = page.getByRole('list', { name: 'Personas' }).getByRole('listitem');
    const search = page.getByRole('searchbox');
    await search.fill('quinto');
    await page.getByText('30 personas', { exact: true }).waitFor();
    await page.getByLabel('Elegir a las 30 mostradas').check();
    await page.getByText('30 elegidas', { exact: true }).waitFor();
    await clean(page, 'a class is chosen');
    await search.fill('sola');
    await page.getByText('1 persona', { exact: true }).waitFor();
    await search.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.getByText('31 elegidas', { exact: true }).waitFor();
    await page.keyboard.press('Space');
    await page.getByText('30 elegidas', { exact: true }).waitFor();
    await page.getByLabel('Elegir a Sola Aparte').check();

    await page.getByRole('link', { name: 'Imprimir sus carnés' }).click();
    const rows = page.getByRole('list', { name: 'Personas de la hoja' }).getByRole('listitem');
    await rows.nth(30).waitFor();
    assert.match(
      await rows.nth(30).textContent().then(String),
      /^Sola Aparte/,
      'in the order in which they were chosen',
    );
    let isLost = false;
    await page.route('**/graphql', async (route) => {
      const isFirst = !isLost && route.request().postData()?.includes('mutation IssueCard') === true;
      isLost ||= isFirst;
      await (isFirst ? route.abort() : route.continue());
    });
    const started = performance.now();
    await click(page, 'Emitir 31 carnés');
    await click(dialog, 'Emitir 31 carnés');
    await page.getByText('Hay 30 carnés emitidos.').waitFor();
    t.diagnostic(`30 cards in ${(performance.now() - started).toFixed(0)} ms`);
    const lost = rows.filter({ hasText: 'No se ha emitido' });
    await lost.getByText('No hay conexión con el servidor.').waitFor();
    assert.equal(await lost.count(), 1);
    await clean(page, 'one was not issued');
    await click(page, 'Reintentar los que faltan');
    await click(dialog, 'Emitir 1 carné');
    await page.getByText('Hay 31 carnés emitidos.').waitFor();

    await page.getByRole('link', { name: 'Personas' }).first().click();
    await page.getByText('31 elegidas', { exact: true }).waitFor();
    await click(page, 'No elegir a nadie');
    await search.fill('sexto');
    await page.getByText('100 personas mostradas; hay más').waitFor();
    await page.getByLabel('Elegir a las 100 mostradas').check();
    await click(page, 'Elegir a todas las de esta búsqueda, hasta 200');
    await page.getByText('200 elegidas: no caben más de una vez.').waitFor();
    await search.fill('sola');
    await page.getByText('1 persona', { exact: true }).waitFor();
    assert.ok(await page.getByLabel('Elegir a Sola Aparte').isDisabled());
    assert.equal(await people.count(), 1);
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  it('keeps whom somebody chooses while all of a search are asked for', async () => {
    const { page } = await office.at('/people');
    const search = page.getByRole('searchbox');
    const alone = page.getByLabel('Elegir a Sola Aparte');
    await alone.waitFor();
    await search.fill('sexto');
    await alone.waitFor({ state: 'detached' });
    await page.getByLabel('Elegir a las 100 mostradas').check();
    const held = Promise.withResolvers<undefined>();
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('"sexto"') === true) await held.promise;
      await route.continue();
    });
    await click(page, 'Elegir a todas las de esta búsqueda, hasta 200');
    await search.fill('sola');
    await alone.check();
    held.resolve(undefined);
    await page.getByText('200 elegidas: no caben más de una vez.').waitFor();
    assert.ok(await alone.isChecked());
    await page.context().close();
  });

  it('is readable on a phone and in the dark', async () => {
    const { personId } = await office.desk.enrol(
      pictures.genuine,
      `Maximiliana ${'de la Santísima Trinidad '.repeat(4)}`.trim(),
    );
    for (const choices of [
      { viewport: { width: 360, height: 740 } },
      { colorScheme: 'dark', language: 'en' },
    ] as const) {
      const { page, dialog } = await office.at(`/people/${personId}`, choices);
      await page
        .getByText(/Todo listo|All done/)
        .first()
        .waitFor();
      await loaded(page);
      await clean(page, 'the page');
      const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      assert.ok(overflow <= 0, `wider than the screen by ${overflow}`);
      await page.getByRole('button', { name: /Hacer fotos nuevas|Take new photos/ }).click();
      await shoot(page, pictures.probe);
      await clean(page, 'the photos');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /^(Descartar|Discard)$/ }).click();
      await dialog.first().waitFor({ state: 'hidden' });
      await page.getByRole('button', { name: /Emitir otro carné|Issue another card/ }).click();
      await dialog.getByRole('button', { name: /Emitir otro carné|Issue another card/ }).click();
      await dialog.getByTestId('card').waitFor();
      await clean(page, 'the card');
      await page.context().close();
    }
  });
});
