import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Page } from 'playwright-core';
import { ApiClient } from '../../scripts/client/api-client.js';
import { accessibilityFaults, openPage, signInOn, withoutChromium } from '../support/chromium.js';
import { withoutPostgres } from '../support/servers.js';
import { addUser, type TestUser } from '../support/users.js';
import { type BrowserStack, startBrowserStack } from '../support/browser-stack.js';
import { until } from '../support/until.js';

describe('the page of the logs', { skip: withoutPostgres || withoutChromium }, () => {
  let running: BrowserStack;
  let admin: ApiClient;
  let sre: TestUser;

  before(async () => {
    running = await startBrowserStack();
    const { stack } = running;
    admin = await ApiClient.signIn(stack.api.url, stack.admin);
    sre = await addUser(admin, 'SRE', 'purple monkey dishwasher');
  });
  after(() => running.stop());

  async function opened(options = {}, path = 'logs', language = 'es') {
    const watched = await openPage(running.browser, { viewport: { width: 1280, height: 900 }, ...options });
    await watched.page.addInitScript(`localStorage.setItem('presente.language', '${language}')`);
    await watched.page.goto(`${running.url}/admin/${path}`);
    await signInOn(watched.page, sre);
    return { ...watched, lines: watched.page.getByRole('list', { name: /^(Líneas|Lines)$/ }).getByRole('listitem') };
  }
  const axe = async (page: Page) => {
    assert.deepEqual(await accessibilityFaults(page), []);
  };
  /** Something that the API logs under this id. */
  const speak = (correlationId: string, query = '{ checkpoints { nodes { id } } }') =>
    new ApiClient(running.stack.api.url, admin.token, correlationId).ask(query);

  it('shows lines as they are written, and stands still while it is paused', async () => {
    const { page, lines, faults } = await opened();
    await page.getByText('En directo').waitFor();
    await page.getByLabel('Operación').fill('checkpoints');
    await page.getByText('Ninguna línea cumple el filtro').waitFor();
    await axe(page);
    await page.getByText('En directo').waitFor();
    await speak('spoken-while-live');
    await lines.first().waitFor();
    assert.equal(await lines.count(), 1);
    await page.getByRole('button', { name: 'Pausar' }).click();
    await page.getByText('En pausa').waitFor();
    await speak('spoken-while-paused');
    await page.waitForTimeout(1_500);
    assert.equal(await lines.count(), 1);
    await page.getByRole('button', { name: 'Reanudar' }).click();
    await lines.nth(1).waitFor();
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  it('shows no line of those that it followed before once it is narrowed', async () => {
    const { page, lines } = await opened();
    await page.getByText('En directo').waitFor();
    // Only what is followed can bring a line.
    await page.route('**/graphql', () => undefined);
    await speak('spoken-before', '{ me { id } }');
    await lines.filter({ has: page.getByText('me', { exact: true }) }).waitFor();
    await page.getByLabel('Operación').fill('nothing of this name');
    await lines.first().waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('finds what one request of a browser caused, from a line to its id and back', async () => {
    const { page, lines } = await opened();
    const sent = new Set<string>();
    page.on('request', (request) => {
      const id = request.headers()['x-correlation-id'];
      if (request.url().endsWith('/graphql') && id !== undefined) sent.add(id);
    });
    await page.getByRole('combobox', { name: 'Proceso' }).click();
    await page.getByRole('option', { name: 'API', exact: true }).click();
    await page.getByLabel('Texto').fill('"logs"');
    await page.getByRole('button', { name: 'Pausar' }).click();
    // Those of before, of other requests, are seen until these come.
    const asked = lines.filter({ has: page.getByText('logs', { exact: true }) });
    await asked.first().getByRole('button').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Instancia').waitFor();
    await axe(page);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await dialog.getByRole('button', { name: 'Copiar' }).click();
    const id = await page.evaluate('navigator.clipboard.readText()');
    await dialog.getByRole('button', { name: 'Ver solo esta petición' }).click();
    await page.getByRole('button', { name: 'Reanudar' }).click();
    await page.getByLabel('Texto').fill('');
    await until(async () => (await lines.count()) === 2);
    assert.equal(await lines.filter({ hasText: 'request completed' }).count(), 1);
    assert.ok(sent.size > 1, 'every request has an id of its own');
    await page.getByLabel('Petición').fill('no id');
    await page.getByText('Un código tiene de 8 a 64').waitFor();
    assert.match(String(id), /^[0-9a-f-]{36}$/);
    await page.context().close();
  });

  it('says why nothing is there when the server does not answer, and asks again', async () => {
    const { page, lines } = await opened();
    await lines.first().waitFor();
    await page.route('**/graphql', (route) => route.abort());
    await page.getByLabel('Texto').fill('completed');
    const alert = page.getByRole('alert');
    await alert.getByText('No hay conexión con el servidor.').waitFor();
    // Once it follows the narrower list nothing asks for it again by itself.
    await page.getByText('En directo').waitFor();
    await axe(page);
    await page.unroute('**/graphql');
    await alert.getByRole('button', { name: 'Reintentar' }).click();
    await lines.first().waitFor();
    await page.context().close();
  });

  it('fits a phone, in English and in the dark', async () => {
    const { page, lines, faults } = await opened(
      { viewport: { width: 360, height: 740 }, colorScheme: 'dark' },
      'logs?correlation=spoken-while-live',
      'en',
    );
    await lines.first().waitFor();
    assert.equal(await page.getByLabel('Request').inputValue(), 'spoken-while-live');
    await axe(page);
    const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    assert.equal(overflow, 0);
    await lines.first().getByRole('button').click();
    await page.getByRole('dialog').getByText('Instance').waitFor();
    await axe(page);
    assert.deepEqual(faults, []);
    await page.context().close();
  });
});
