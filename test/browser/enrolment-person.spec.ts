import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import sharp from 'sharp';
import { withoutChromium } from '../support/chromium.js';
import {
  clean,
  click,
  drop,
  firstPictureOf,
  Office,
  pick,
  picturesOf,
  qrOn,
  saved,
  shoot,
  taken,
} from '../support/enrolment-page.js';
import { frames, type Frames } from '../support/frames.js';
import { type ReadPage, readPdf } from '../support/pdf.js';
import { withoutPostgres } from '../support/servers.js';

/** Of the size of a card, but for the whole pixels that a browser prints. */
const isCard = ({ width, height }: ReadPage): boolean => Math.abs(width - 85.6) < 0.5 && Math.abs(height - 54) < 0.5;

describe('a person in the registrar’s office', { skip: withoutPostgres || withoutChromium }, () => {
  let office: Office;
  let pictures: Frames;

  before(async () => {
    [office, pictures] = await Promise.all([Office.open(), frames()]);
  });
  after(() => office.close());

  it('enrols a minor: consent of a guardian, three photos, and a card that a kiosk takes', async () => {
    const personId = await office.desk.register('Łukasz Ștefan Őry');
    const { page, dialog, faults } = await office.at(`/people/${personId}`);
    await page.getByText('Sin consentimiento', { exact: true }).waitFor();
    await clean(page, 'before the consent');
    await click(page, 'Registrar consentimiento');
    await dialog.getByText('Acepto que la institución compruebe mi identidad').waitFor();
    await clean(page, 'the consent');
    await click(dialog, 'Registrar consentimiento');
    await dialog.getByText('Diga quién lo da.').waitFor();
    await dialog.getByLabel('Quien tiene su patria potestad o tutela').check();
    await dialog.getByLabel('Lo ha leído, o se le ha leído, y está de acuerdo').check();
    await click(dialog, 'Registrar consentimiento');
    await dialog.getByText('Diga qué es de la persona.').waitFor();
    await clean(page, 'what is missing of a consent');
    await dialog.getByLabel('Nombre de quien lo da').fill('  Jadwiga Őry ');
    await dialog.getByRole('combobox', { name: 'Qué es de la persona' }).click();
    await page.getByRole('option', { name: 'madre' }).click();
    await dialog.getByLabel('Justificante').fill('Impreso 77/B');
    await click(dialog, 'Registrar consentimiento');
    await page.getByText('Faltan las fotos', { exact: true }).waitFor();
    const consents = await office.database.query('SELECT given_by, language FROM consents WHERE person_id = $1', [
      personId,
    ]);
    assert.deepEqual(consents, [{ given_by: 'GUARDIAN', language: 'es' }]);
    await page.getByText('Jadwiga Őry (madre)').waitFor();
    await page.getByText('Impreso 77/B').waitFor();
    await page.getByText('Menor', { exact: true }).waitFor();

    await click(page, 'Hacer fotos');
    await clean(page, 'the camera');
    for (const [index, guide] of ['Mire de frente', 'hacia su izquierda', 'hacia su derecha'].entries()) {
      await dialog.getByText(guide).waitFor();
      await shoot(page, pictures.genuine[index]!);
    }
    await dialog.getByText('Están las tres.').waitFor();
    await click(dialog, 'Repetir: De frente');
    await dialog.getByText('Mire de frente').waitFor();
    await click(dialog, 'Hacer la foto');
    await dialog.getByText('Están las tres.').waitFor();
    await clean(page, 'three photos');
    await click(dialog, 'Enviar 3 fotos');
    await dialog.getByText('Inscripción terminada').waitFor();
    await clean(page, 'enrolled');
    assert.equal(await office.templatesOf(personId), 1);

    await click(dialog, 'Seguir con el carné');
    await dialog.getByLabel('Válido hasta').waitFor();
    const { made, given } = await picturesOf(page);
    assert.equal(made.length, 4);
    assert.deepEqual(given, made, 'no picture is left in the page');
    await clean(page, 'before the card');
    await click(dialog, 'Emitir carné');
    const card = dialog.getByTestId('card');
    await card.waitFor();
    await clean(page, 'the card');
    const text = await qrOn(card.getByRole('img'));
    const { content } = await saved(page, () => click(dialog, 'Descargar PDF'));
    const [sheet, ...none] = await readPdf(content);
    assert.ok(none.length === 0 && isCard(sheet!));
    assert.match(sheet!.text.replaceAll(/\s+/g, ' '), /Łukasz Ștefan Őry/);
    assert.ok(sheet!.text.replaceAll(/\s/g, '').includes(await office.externalIdOf(personId)));
    assert.equal(await sheet!.qr({ left: 0, top: 0, width: 52, height: 54 }), text);
    const [printed, ...further] = await readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    assert.ok(further.length === 0 && isCard(printed!));
    assert.equal(await printed!.qr({ left: 0, top: 0, width: 52, height: 54 }), text);
    assert.equal((await office.kiosk.validate(text, [pictures.probe])).state, 'ACCEPTED');

    assert.ok(!page.url().includes(text.slice(0, 20)));
    const kept = await page.evaluate<string>('JSON.stringify([localStorage, sessionStorage])');
    assert.ok(!kept.includes(text.slice(-20)));
    await page.keyboard.press('Escape');
    await page.getByText('Todo listo', { exact: true }).waitFor();
    await clean(page, 'ready');
    assert.ok(!(await page.content()).includes(text.slice(-20)), 'the card is shown once');

    await click(page, 'Emitir otro carné');
    await dialog.getByText('El carné que tiene dejará de valer').waitFor();
    await click(dialog, 'Emitir otro carné');
    const next = await qrOn(dialog.getByTestId('card').getByRole('img'));
    assert.equal((await office.kiosk.open(text)).attempt.reason, 'CREDENTIAL_REVOKED');
    assert.equal((await office.kiosk.validate(next, [pictures.probe])).state, 'ACCEPTED');
    await page.keyboard.press('Escape');
    await page.getByText('Revocado', { exact: true }).waitFor();
    await click(page, 'Revocar: Carné');
    await dialog.getByLabel('Motivo').fill('Perdido.');
    await clean(page, 'the revocation');
    await click(dialog, 'Revocar');
    await page.getByText('Revocado: Perdido.').waitFor();
    await page.getByText('Sin carné ni pase', { exact: true }).waitFor();
    assert.equal((await office.kiosk.open(next)).attempt.reason, 'CREDENTIAL_REVOKED');
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  it('takes files without what is hidden in them, and says which one will not do and why', async () => {
    const personId = await office.desk.register();
    await office.desk.consent(personId);
    const { page, dialog, faults } = await office.at(`/people/${personId}`);
    const [first, second, third] = pictures.genuine;
    const large = await sharp(first)
      .resize(3_000)
      .withExif({ IFD0: { Artist: 'somebody-somewhere' } })
      .jpeg()
      .toBuffer();
    assert.ok(large.includes('somebody-somewhere'));
    await click(page, 'Hacer fotos');
    await dialog.getByText('Subir archivos').click();
    await clean(page, 'the files');
    await pick(page, [{ name: 'nota.txt', buffer: Buffer.from('hola'), mimeType: 'text/plain' }]);
    await dialog.getByText('«nota.txt»: tiene que ser JPEG').waitFor();
    await pick(page, [{ name: 'rota.jpg', buffer: Buffer.from('no picture') }]);
    await dialog.getByText('«rota.jpg»: no se puede leer').waitFor();
    await pick(page, [
      { name: '1.jpg', buffer: large },
      { name: '2.jpg', buffer: pictures.blurred },
      { name: '3.jpg', buffer: third! },
    ]);
    await taken(page).nth(2).waitFor();
    const sent = await firstPictureOf(page);
    assert.deepEqual([sent.width, sent.type], [1_280, 'image/jpeg']);
    assert.ok(!sent.text.includes('somebody-somewhere') && !sent.text.includes('Exif'));

    await click(dialog, 'Enviar 3 fotos');
    await dialog.getByText('Hay fotos que no valen.').waitFor();
    await taken(page).nth(1).getByText('Foto movida').waitFor();
    await taken(page).nth(1).getByText('Haga otra foto sin moverse.').waitFor();
    await taken(page).nth(0).getByText('Foto correcta').waitFor();
    await clean(page, 'a bad photo');
    assert.ok(await dialog.getByRole('button', { name: 'Enviar 3 fotos' }).isDisabled());
    assert.equal(await office.templatesOf(personId), 0);
    await click(dialog, 'Repetir: Foto 2');
    assert.equal(await taken(page).count(), 2);
    await pick(page, [{ name: '2.jpg', buffer: second! }]);
    await taken(page).nth(2).waitFor();
    await click(dialog, 'Enviar 3 fotos');
    await dialog.getByText('Inscripción terminada').waitFor();
    await click(dialog, 'Hecho');
    const history = page.getByRole('list', { name: 'Inscripciones' }).getByRole('listitem');
    await history.nth(1).getByText('Foto movida').waitFor();
    await history.nth(0).getByText('Terminada', { exact: true }).waitFor();
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  it('takes files that are dragged into it, and says which of them it does not take', async () => {
    const personId = await office.desk.register();
    await office.desk.consent(personId);
    const { page, dialog, faults } = await office.at(`/people/${personId}`);
    await click(page, 'Hacer fotos');
    await dialog.getByText('Subir archivos').click();
    const photos = pictures.genuine.map((buffer, index) => ({ name: `${index}.jpg`, type: 'image/jpeg', buffer }));
    await drop(page, [{ name: 'notas.txt', type: 'text/plain', buffer: Buffer.from('nada') }]);
    await dialog.getByText('«notas.txt»: tiene que ser JPEG, PNG o WebP').waitFor();
    await clean(page, 'a file that is no photo');
    await drop(page, photos.slice(0, 2));
    await taken(page).nth(1).waitFor();
    assert.equal(await dialog.getByRole('alert').count(), 0);
    await drop(page, [
      { name: 'rota.png', type: 'image/png', buffer: Buffer.from('no es un PNG') },
      ...photos.slice(2, 3),
    ]);
    await dialog.getByText('«rota.png»: no se puede leer como imagen.').waitFor();
    await taken(page).nth(2).waitFor();
    await click(dialog, 'Enviar 3 fotos');
    await dialog.getByText('Inscripción terminada').waitFor();
    assert.equal(await office.templatesOf(personId), 1);
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  it('goes on with the same enrolment when the upload was cut off', async () => {
    const personId = await office.desk.register();
    await office.desk.consent(personId);
    const { page, dialog } = await office.at(`/people/${personId}`);
    await click(page, 'Hacer fotos');
    await dialog.getByText('Subir archivos').click();
    await pick(
      page,
      pictures.genuine.map((buffer, index) => ({ name: `${index}.jpg`, buffer })),
    );
    await page.route('**/captures', (route) => route.abort(), { times: 1 });
    await click(dialog, 'Enviar 3 fotos');
    await dialog.getByText('El envío se ha cortado.').waitFor();
    await clean(page, 'cut off');
    await click(dialog, 'Enviar 3 fotos');
    await dialog.getByText('Inscripción terminada').waitFor();
    assert.equal((await office.database.query('SELECT 1 FROM enrolments WHERE person_id = $1', [personId])).length, 1);
    await page.context().close();
  });

  it('says what is wrong with the camera, and goes on by itself once it is right', async () => {
    const personId = await office.desk.register();
    await office.desk.consent(personId);
    const { page, dialog } = await office.at(`/people/${personId}`, { language: 'en' });
    const camera = (change: (camera: typeof globalThis.fakeCamera) => void) =>
      page.evaluate(`(${change.toString()})(globalThis.fakeCamera)`);
    for (const [name, title] of [
      ['NotAllowedError', 'The camera is not allowed'],
      ['NotFoundError', 'There is no camera'],
      ['NotReadableError', 'The camera is busy'],
    ] as const) {
      await page.evaluate((refusal) => (globalThis.fakeCamera.refuses = refusal), name);
      await click(page, 'Take photos');
      await dialog.getByText(title).waitFor();
      await clean(page, name);
      assert.ok(await dialog.getByRole('button', { name: 'Take the photo' }).isDisabled());
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
    }
    await click(page, 'Take photos');
    await camera((fake) => (fake.refuses = undefined));
    await shoot(page, pictures.genuine[0]!);
    await camera((fake) => {
      fake.refuses = 'NotFoundError';
      fake.unplug();
    });
    await dialog.getByText(/The camera was unplugged|There is no camera/).waitFor();
    await camera((fake) => (fake.refuses = undefined));
    await shoot(page, pictures.genuine[1]!);
    await page.keyboard.press('Escape');
    await page.getByText('Discard the photos?').waitFor();
    await clean(page, 'the question');
    await click(page, 'Discard');
    await dialog.first().waitFor({ state: 'hidden' });
    await page.context().close();
  });
});
