import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Browser } from 'playwright-core';
import { accessibilityFaults, giveCredentials, openPage, signInOn, withoutChromium } from '../support/chromium.js';
import { withoutPostgres } from '../support/servers.js';
import { type Stack } from '../support/stack.js';
import { type BrowserStack, startBrowserStack } from '../support/browser-stack.js';

const STAFF = ['/admin', '/enrol', '/board'];

describe('the pages', { skip: withoutPostgres || withoutChromium }, () => {
  let running: BrowserStack;
  let stack: Stack;
  let browser: Browser;
  let url: string;

  before(async () => {
    running = await startBrowserStack();
    ({ stack, browser, url } = running);
  });
  after(() => running.stop());

  it('lead from the door to every surface, in Spanish and in English', async () => {
    const { page, faults } = await openPage(browser);
    await page.goto(url);
    await page.getByRole('link', { name: 'Quiosco' }).waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'es');
    await page.getByText('English').click();
    await page.getByRole('link', { name: 'Kiosk' }).waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    assert.deepEqual(await accessibilityFaults(page), []);
    assert.deepEqual(faults, []);
  });

  for (const surface of STAFF) {
    it(`ask for a sign-in at ${surface}, keep it over a reload, and forget it`, async () => {
      const { page, faults } = await openPage(browser);
      await page.goto(`${url}${surface}`);
      await page.getByRole('heading', { name: 'Iniciar sesión' }).waitFor();
      assert.deepEqual(await accessibilityFaults(page), []);

      await giveCredentials(page, { ...stack.admin, password: 'not the password' });
      await page.getByRole('alert').getByText('no son correctos').waitFor();
      await signInOn(page, stack.admin);
      const person = page.getByRole('banner').getByRole('button').last();
      await person.waitFor();
      await page.reload();
      await person.click();
      await page.getByRole('menuitem', { name: 'Cerrar sesión' }).click();
      await page.getByRole('heading', { name: 'Iniciar sesión' }).waitFor();
      await page.reload();
      await page.getByRole('heading', { name: 'Iniciar sesión' }).waitFor();
      assert.deepEqual(faults, []);
    });
  }

  it('are kept by browsers only as far as their names bear a hash, and come compressed', async () => {
    const page = await fetch(`${url}/admin/some/place`, { headers: { accept: 'text/html' } });
    assert.equal(page.headers.get('cache-control'), 'no-cache');
    assert.match(page.headers.get('content-security-policy') ?? '', /script-src 'self' 'wasm-unsafe-eval';/);
    const [, script = ''] = /src="(\/assets\/admin-[^"]+\.js)"/.exec(await page.text()) ?? [];
    const answer = await fetch(url + script, { headers: { 'accept-encoding': 'br' } });
    assert.match(answer.headers.get('cache-control') ?? '', /immutable/);
    assert.equal(answer.headers.get('content-encoding'), 'br');
  });

  it('answer no address that is none of theirs', async () => {
    for (const path of ['/nowhere', '/admin/missing.js', '/assets/missing.js', '/../package.json']) {
      const { status } = await fetch(url + path, { headers: { accept: 'text/html' } });
      assert.equal(status, 404, path);
    }
  });
});
