import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Page } from 'playwright-core';
import { ApiClient } from '../../scripts/client/api-client.js';
import { type BrowserStack, startBrowserStack } from '../support/browser-stack.js';
import { accessibilityFaults, openPage, signInOn, withoutChromium } from '../support/chromium.js';
import { withoutPostgres } from '../support/servers.js';
import { addUser } from '../support/users.js';
import { until } from '../support/until.js';

/** Where pictures go, for who wants to look at them. */
const pictures = process.env['PICTURES'];

describe('the page on drills', { skip: withoutPostgres || withoutChromium }, () => {
  let running: BrowserStack;
  let page: Page;
  let faults: readonly string[];

  before(async () => {
    running = await startBrowserStack({ settings: { FAULTS: 'true' } });
    const admin = await ApiClient.signIn(running.stack.api.url, running.stack.admin);
    const sre = await addUser(admin, 'SRE', 'purple monkey dishwasher', 'Persona SRE');
    ({ page, faults } = await openPage(running.browser, { viewport: { width: 1280, height: 900 } }));
    await page.goto(`${running.url}/admin/drills`);
    await signInOn(page, sre);
  });
  after(() => running.stop());

  const picture = async (name: string): Promise<void> => {
    if (pictures !== undefined) await page.screenshot({ path: `${pictures}/drills-${name}.png` });
  };
  const banner = () => page.getByRole('status').filter({ hasText: 'Averiado a propósito' });

  it('says that nothing is broken, and leads there from the menu', async () => {
    await page.getByRole('navigation').getByRole('link', { name: 'Simulacros' }).click();
    await page.getByText('Nada está averiado a propósito').waitFor();
    assert.deepEqual(await accessibilityFaults(page), []);
    await picture('empty');
  });

  it('breaks what it is told, and says so on every page until it is over', async () => {
    await page.getByLabel('Motor de caras').check();
    await page.getByRole('combobox', { name: 'Qué pasa' }).click();
    await page.getByRole('option', { name: 'Llega tarde y sigue' }).click();
    await page.getByLabel('Milisegundos').fill('250');
    // Longer than all that is looked at until it is ended.
    await page.getByRole('combobox', { name: 'Cuánto dura' }).click();
    await page.getByRole('option', { name: 'Cinco minutos' }).click();
    await page.getByRole('button', { name: 'Averiar' }).click();
    await page.getByText('El 20 % de las llamadas tarda 250 ms más').waitFor();
    await banner().waitFor();
    assert.deepEqual(await accessibilityFaults(page), []);
    await picture('broken');

    await page.setViewportSize({ width: 360, height: 740 });
    await page.emulateMedia({ colorScheme: 'dark' });
    // The menu is gone a moment later; then nothing is wider than a phone.
    await until(() => page.evaluate<boolean>('document.documentElement.scrollWidth === 360'));
    assert.deepEqual(await accessibilityFaults(page), []);
    await picture('phone');
    await page.setViewportSize({ width: 1280, height: 900 });

    await page.getByRole('navigation').getByRole('link', { name: 'Sistema' }).click();
    await banner().getByRole('link', { name: 'Ver simulacros' }).click();
    await page.getByRole('button', { name: 'Terminar todo' }).click();
    await page.getByText('Nada está averiado a propósito').waitFor();
    await banner().waitFor({ state: 'detached' });
  });

  it('stays while what is broken is what answers it', async () => {
    await page.getByLabel('Base de datos').check();
    await page.getByLabel('De cada 100 llamadas').fill('100');
    await page.getByRole('combobox', { name: 'Qué pasa' }).click();
    await page.getByRole('option', { name: 'Falla en el acto' }).click();
    await page.getByRole('button', { name: 'Averiar' }).click();
    await page.getByText('Una parte del sistema no responde.', { exact: false }).first().waitFor();
    await picture('database');
    await page.getByRole('heading', { name: 'Simulacros', level: 1 }).waitFor();
    assert.deepEqual(faults, []);
  });
});
