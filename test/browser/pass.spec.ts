import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { type Browser, type Page } from 'playwright-core';
import sharp from 'sharp';
import { ApiClient } from '../../scripts/client/api-client.js';
import { Desk } from '../../scripts/client/desk.js';
import { Kiosk } from '../../scripts/client/kiosk.js';
import { accessibilityFaults, withoutChromium } from '../support/chromium.js';
import { frames, type Frames } from '../support/frames.js';
import { scriptBytesOf } from '../support/kiosk-page.js';
import { keptBy, openPhone, passAfter, passOn, readPass, setHidden, workerReady } from '../support/pass-page.js';
import { type TestDatabase, withoutPostgres } from '../support/servers.js';
import { type Stack } from '../support/stack.js';
import { type BrowserStack, startBrowserStack } from '../support/browser-stack.js';

/** Bytes. */
const FIRST_LOAD = 150_000;
const PASS_SECONDS = 9;
/** Milliseconds. */
const COMES_BACK = 5_000;

describe('the pass', { skip: withoutPostgres || withoutChromium }, () => {
  let running: BrowserStack;
  let database: TestDatabase;
  let stack: Stack;
  let browser: Browser;
  let url: string;
  let desk: Desk;
  let kiosk: Kiosk;
  let pictures: Frames;

  before(async () => {
    const settings = { PASS_SECONDS: String(PASS_SECONDS) };
    [running, pictures] = await Promise.all([startBrowserStack({ settings }), frames()]);
    ({ database, stack, browser, url } = running);
    desk = new Desk(await ApiClient.signIn(stack.api.url, stack.admin));
    kiosk = await Kiosk.pair(stack.api.url, await desk.pairingCode(await desk.checkpoint()));
  });
  after(() => running.stop());

  /** What the kiosk hears of a QR that is held before it. */
  const shownToKiosk = async (text: string): Promise<string> => {
    const { __typename, attempt } = await kiosk.open(text);
    return attempt.reason ?? __typename;
  };
  const invitationOf = async (personId: string) => `${url}/pass#code=${await desk.invite(personId)}`;
  async function passOf(personId: string, options = {}) {
    const watched = await openPhone(browser, options);
    await watched.page.goto(await invitationOf(personId));
    await passOn(watched.page).waitFor();
    return watched;
  }
  const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
  const dataOf = async (personId: string, options = {}) => {
    const watched = await passOf(personId, options);
    await watched.page.getByRole('link', { name: /Mis datos|My data/ }).click();
    return watched;
  };

  it('opens with an invitation, and shows codes that a kiosk takes, each once and in its time', async (t) => {
    const { personId } = await desk.enrol(pictures.genuine, 'Ada Prueba');
    const { page, faults } = await passOf(personId);
    await heading(page, 'Ada Prueba').waitFor();
    await page.getByText('Todo en orden').waitFor();
    assert.equal(page.url(), `${url}/pass`);
    const box = await page.locator('[data-pass] svg').boundingBox();
    assert.ok((box?.width ?? 0) >= 280, `${String(box?.width)} pixels`);
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 320, 'as wide as the phone');
    assert.deepEqual(await accessibilityFaults(page), []);

    const first = await readPass(page);
    assert.deepEqual([await shownToKiosk(first), await shownToKiosk(first)], ['ValidationOpened', 'PASS_REPLAYED']);
    const second = await passAfter(page, first);
    const { state, reason } = await kiosk.validate(second, [pictures.probe]);
    assert.deepEqual([state, reason], ['ACCEPTED', 'MATCH']);
    const third = await passAfter(page, second);
    await page.getByRole('button', { name: 'Otro código' }).click();
    assert.notEqual(await passAfter(page, third), third);
    await page.waitForTimeout(PASS_SECONDS * 1_000);
    assert.equal(await shownToKiosk(third), 'PASS_EXPIRED');
    const loaded = await scriptBytesOf(page);
    t.diagnostic(`first load: ${Math.round(loaded / 1_000)} kB of JavaScript`);
    assert.ok(loaded > 0 && loaded < FIRST_LOAD, String(loaded));
    assert.deepEqual(faults, []);
  });

  it('is good whatever the phone takes for the time, and in the dark', async () => {
    const { page } = await openPhone(browser, { colorScheme: 'dark' });
    await page.addInitScript(() => {
      const now = Date.now.bind(Date);
      Date.now = () => now() - 3_600_000;
    });
    await page.goto(await invitationOf((await desk.enrol(pictures.genuine)).personId));
    const first = await readPass(page);
    assert.equal(await shownToKiosk(await passAfter(page, first)), 'ValidationOpened');
    assert.deepEqual(await accessibilityFaults(page), []);
  });

  it('covers what it can’t renew, and is back within five seconds of the connection', async (t) => {
    const { page, faults } = await passOf(await desk.register());
    await workerReady(page);
    await page.context().setOffline(true);
    await page.getByText('este código vale hasta').first().waitFor();
    assert.equal(await shownToKiosk(await readPass(page)), 'CONSENT_MISSING', 'still good');
    assert.deepEqual(await accessibilityFaults(page), []);
    await passOn(page, 'covered').waitFor();
    assert.equal(await page.getByRole('img', { name: 'Código QR' }).count(), 0);
    assert.deepEqual(await accessibilityFaults(page), []);

    await page.reload();
    await page.getByText('El servidor no responde').waitFor();
    assert.deepEqual(await accessibilityFaults(page), []);
    const since = Date.now();
    await page.context().setOffline(false);
    await passOn(page).waitFor();
    t.diagnostic(`back after ${Date.now() - since} ms`);
    assert.ok(Date.now() - since < COMES_BACK);

    // A connection that hangs is worse than none.
    await page.route('**/graphql', () => undefined);
    await passOn(page, 'covered').waitFor();
    await page.unroute('**/graphql');
    await passOn(page).waitFor({ timeout: COMES_BACK });
    assert.deepEqual(faults, []);
  });

  it('asks for nothing and shows nothing while nobody sees it', async () => {
    const { page } = await passOf(await desk.register());
    await setHidden(page, true);
    await passOn(page, 'waiting').waitFor();
    let asked = 0;
    page.on('request', (request) => (asked += request.url().endsWith('/graphql') ? 1 : 0));
    await page.waitForTimeout(PASS_SECONDS * 1_000);
    assert.equal(asked, 0);
    await setHidden(page, false);
    await passOn(page).waitFor({ timeout: 2_000 });
  });

  it('says what to do with an invitation that is not good, and takes another, typed or pasted', async () => {
    const personId = await desk.register('Ada Prueba');
    const link = await invitationOf(personId);
    const { page: first } = await openPhone(browser);
    await first.goto(link);
    await passOn(first).waitFor();
    // The link is still in the chat, and the session that it opened is still there.
    await first.goto('about:blank');
    await first.goto(link);
    await passOn(first).waitFor();

    const { page, faults } = await openPhone(browser);
    await page.goto(`${url}/pass`);
    await heading(page, 'Abra su pase').waitFor();
    assert.deepEqual(await accessibilityFaults(page), []);
    await page.goto(link);
    await heading(page, 'Esta invitación ya no vale').waitFor();
    assert.ok(!page.url().includes('#'), page.url());
    assert.deepEqual(await accessibilityFaults(page), []);
    await page.getByText('English').click();
    await heading(page, 'This invitation is not good any more').waitFor();
    const typed = page.getByLabel('Code of the invitation');
    await typed.fill('x'.repeat(300));
    await page.getByRole('button', { name: 'Open' }).click();
    await page.getByRole('alert').waitFor();
    await typed.fill(` ${await desk.invite(personId)} `);
    await page.getByRole('button', { name: 'Open' }).click();
    await passOn(page).waitFor();
    assert.deepEqual(await accessibilityFaults(page), []);
    assert.deepEqual(faults, []);
  });

  it('says what stands against the person', async () => {
    const { personId } = await desk.enrol(pictures.genuine);
    const { page } = await passOf(personId);
    await page.getByText('Todo en orden').waitFor();
    await desk.withdraw(personId);
    await page.getByText('Sin consentimiento').waitFor();
    assert.deepEqual(await accessibilityFaults(page), []);
    await desk.consent(personId);
    await page.getByText('Aún no tenemos sus fotos').waitFor();
    const fail = (failures: number) =>
      database.query(
        `INSERT INTO comparison_failures (subject_id, person_id, failures, last_failed_at) VALUES ($1, $1, $2, now())
         ON CONFLICT (subject_id) DO UPDATE SET failures = excluded.failures`,
        [personId, failures],
      );
    await fail(7);
    await page.getByText('Espere un poco').waitFor();
    await fail(50);
    await page.getByText('Validación bloqueada').waitFor();
    assert.deepEqual(await accessibilityFaults(page), []);
    const [pass] = await database.query<{ id: string }>(
      `SELECT id FROM credentials WHERE person_id = $1 AND kind = 'PASS' AND revoked_at IS NULL`,
      [personId],
    );
    await desk.revoke(pass?.id ?? '');
    await passOn(page, 'none').getByText('Su pase no está activo').waitFor();
    assert.deepEqual(await accessibilityFaults(page), []);
    await desk.erase(personId);
    await heading(page, 'Su sesión ha terminado').waitFor();
    assert.deepEqual(await accessibilityFaults(page), []);
  });

  it('shows what is held, gives it out, and takes a PIN', async () => {
    const { personId } = await desk.enrol(pictures.genuine, 'Ada Prueba');
    const { page, faults } = await dataOf(personId);
    await page.getByText('Cifrada, desde el').waitFor();
    await page.getByText(/Lo dio usted el .* \(texto 2026-1\)/).waitFor();
    await page.getByText('Qué dice').click();
    await page.getByText('Acepto que la institución').waitFor();
    assert.deepEqual(await accessibilityFaults(page), []);

    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Descargar' }).click();
    const file = await downloading;
    assert.match(file.suggestedFilename(), /^presente-.*\.json$/);
    const { profile, consents } = JSON.parse(await readFile(await file.path(), 'utf8')) as {
      profile: { displayName: string };
      consents: unknown[];
    };
    assert.deepEqual([profile.displayName, consents.length], ['Ada Prueba', 1]);

    const save = page.getByRole('button', { name: 'Guardar el PIN' });
    const [current, next] = [page.getByLabel('PIN actual'), page.getByLabel('PIN nuevo')];
    await next.fill('111111');
    await save.click();
    await page.getByText('Las cifras se repiten.').waitFor();
    assert.deepEqual(await accessibilityFaults(page), []);
    await next.fill('482915');
    await save.click();
    await page.getByText('Su PIN nuevo ya vale.').waitFor();
    await current.fill('482916');
    await next.fill('739164');
    await save.click();
    await page.getByText('No es su PIN actual').waitFor();
    await current.fill('482915');
    await save.click();
    await page.getByText('Su PIN nuevo ya vale.').waitFor();
    assert.deepEqual(faults, []);
  });

  it('withdraws the consent once the person knows what comes of it, and closes the session, in English', async () => {
    const guardian = { name: 'Ana Prueba', relation: 'MOTHER' };
    const evidence = { needsGuardian: true, guardian, reference: 'C-77' };
    const { personId } = await desk.enrol(pictures.genuine, 'Ada Prueba', evidence);
    const { page, faults } = await dataOf(personId);
    await page.getByText('English').click();
    await page.getByText('Ana Prueba (mother) gave it on').waitFor();
    await page.getByText('Evidence: C-77').waitFor();
    await page.getByRole('button', { name: 'Withdraw the consent' }).click();
    await page.getByText('deleted right now and for good').waitFor();
    assert.deepEqual(await accessibilityFaults(page), []);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Withdraw the consent' }).click();
    await page.getByRole('button', { name: 'Yes, withdraw it' }).click();
    await page.getByText('The consent is withdrawn').waitFor();
    await page.getByText('There is no consent').waitFor();
    assert.deepEqual(await database.query('SELECT id FROM templates WHERE person_id = $1', [personId]), []);
    await page.getByRole('link', { name: 'Pass', exact: true }).click();
    assert.equal(await shownToKiosk(await readPass(page)), 'CONSENT_MISSING');

    await page.getByRole('link', { name: 'My data' }).click();
    await page.getByRole('button', { name: 'Close the session' }).click();
    await page.getByRole('button', { name: 'Yes, close it' }).click();
    await heading(page, 'You have closed the session').waitFor();
    await page.reload();
    await heading(page, 'Open your pass').waitFor();
    assert.deepEqual(faults, []);
  });

  it('goes on in two tabs, and keeps nothing that a script can read', async () => {
    const { page, faults } = await passOf(await desk.register('Ada Prueba'));
    const other = await page.context().newPage();
    await other.goto(`${url}/pass/data`);
    await heading(other, 'Mis datos').waitFor();
    for (let time = 0; time < 3; time++) await Promise.all([page.reload(), other.reload()]);
    await passOn(page).waitFor();
    await heading(other, 'Mis datos').waitFor();
    await workerReady(page);
    const kept = await keptBy(page);
    assert.match(kept, /\/assets\/pass-/);
    for (const secret of [/eyJ/, /#code/, /Ada Prueba/, /\/graphql$/m]) assert.doesNotMatch(kept, secret);
    assert.doesNotMatch(kept, /\/assets\/(admin|kiosk|home)/);
    assert.deepEqual(faults, []);
  });

  it('can be installed, in either language', async () => {
    const { page } = await openPhone(browser);
    await page.goto(`${url}/pass`);
    assert.equal(await workerReady(page), `${url}/pass`);
    const worker = await fetch(`${url}/pass-worker.js`);
    assert.match(worker.headers.get('content-type') ?? '', /javascript/);
    assert.equal(worker.headers.get('cache-control'), 'no-cache');
    for (const [language, name] of [
      ['es', 'Presente · Mi pase'],
      ['en', 'Presente · My pass'],
    ]) {
      if (language === 'en') await page.getByText('English').click();
      const href = await page.locator('link[rel=manifest]').getAttribute('href');
      const answer = await fetch(url + String(href));
      assert.equal(answer.headers.get('content-type'), 'application/manifest+json');
      const manifest = (await answer.json()) as {
        name: string;
        scope: string;
        icons: { src: string; sizes: string }[];
      };
      assert.deepEqual([manifest.name, manifest.scope, await page.title()], [name, '/pass', name]);
      for (const { src, sizes } of manifest.icons) {
        const { width, height } = await sharp(await (await fetch(url + src)).arrayBuffer()).metadata();
        assert.equal(`${width}x${height}`, sizes);
      }
    }
    const devtools = await page.context().newCDPSession(page);
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
    // The tests' windows are private ones, in which nothing is installed.
    assert.deepEqual(
      installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito'),
      [],
    );
  });
});
