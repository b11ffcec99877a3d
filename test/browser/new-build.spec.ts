import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { type Page } from 'playwright-core';
import { Proxy } from '../../scripts/chaos/proxy.js';
import { ApiClient } from '../../scripts/client/api-client.js';
import { Desk } from '../../scripts/client/desk.js';
import { giveCamera } from '../../scripts/kiosk-page/kiosk-page.js';
import { makeScratch, removeScratch } from '../../scripts/support/scratch.js';
import { fromRoot } from '../../src/config/paths.js';
import { anotherBuild } from '../support/another-build.js';
import { type BrowserStack, startBrowserStack } from '../support/browser-stack.js';
import { openPage, signInOn, withoutChromium } from '../support/chromium.js';
import { idle } from '../support/kiosk-page.js';
import { keptBy, openPhone, passOn, setHidden, workerReady } from '../support/pass-page.js';
import { withoutPostgres } from '../support/servers.js';
import { type RunningProcess, startApi } from '../support/stack.js';

/** Every place of a surface that is a file of its own. */
const LAZY = {
  admin: { base: '/admin/live', press: 'Estadísticas', there: 'Estadísticas' },
  enrol: { base: '/enrol/people', press: 'Importar', there: 'Importar' },
} as const;

/** Address of the module that the page began with: it bears the hash of its contents. */
const buildOf = (page: Page): Promise<string> =>
  page.evaluate("document.querySelector('script[type=module][src]').getAttribute('src')");

const portOf = (url: string): number => Number(new URL(url).port);

/** How often a page is loaded from now on. */
function loadsOf(page: Page): () => number {
  let loads = 0;
  page.on('domcontentloaded', () => loads++);
  return () => loads;
}

describe('a new build of the pages', { skip: withoutPostgres || withoutChromium }, () => {
  let running: BrowserStack;
  let scratch: string;
  /** The API with the next build. */
  let next: RunningProcess;
  /** The one address that browsers know, before servers that take each other's place. */
  let door: Proxy;
  let desk: Desk;

  before(async () => {
    running = await startBrowserStack();
    scratch = await makeScratch('next-build');
    const WEB_DIR = path.join(scratch, 'dist');
    await anotherBuild(fromRoot('web/dist'), WEB_DIR);
    const { api, admin, environment } = running.stack;
    next = await startApi(environment, { WEB_DIR });
    door = await Proxy.open(portOf(api.url));
    desk = new Desk(await ApiClient.signIn(api.url, admin));
  });
  beforeEach(() => {
    door.leadTo(portOf(running.stack.api.url));
  });
  after(async () => {
    door.close();
    next.kill('SIGTERM');
    await next.ended;
    await running.stop();
    await removeScratch(scratch);
  });

  const address = (): string => new URL(door.by('http://localhost')).origin;
  const deploy = () => {
    door.leadTo(portOf(next.url));
  };
  async function staffAt(place: string): Promise<{ page: Page; faults: readonly string[] }> {
    const watched = await openPage(running.browser, { viewport: { width: 1280, height: 800 } });
    await watched.page.goto(`${address()}${place}`);
    await signInOn(watched.page, running.stack.admin);
    await watched.page.getByRole('heading', { level: 1 }).waitFor();
    return watched;
  }
  async function passOf(options = {}): Promise<Page> {
    const { page } = await openPhone(running.browser, options);
    await page.goto(`${address()}/pass#code=${await desk.invite(await desk.register('Ada Prueba'))}`);
    await passOn(page).waitFor();
    return page;
  }

  it('takes the place of an open pass while nobody looks, and the session stays', async () => {
    const page = await passOf();
    await workerReady(page);
    const before = await buildOf(page);
    deploy();
    const taken = page.evaluate(
      "new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', () => done(true)))",
    );
    await setHidden(page, true);
    await setHidden(page, false);
    assert.equal(await taken, true);
    await passOn(page).waitFor();
    assert.equal(await buildOf(page), before, 'nobody loses what they look at');
    const loaded = page.waitForEvent('load');
    await setHidden(page, true);
    await loaded;
    await passOn(page).waitFor();
    const after = await buildOf(page);
    assert.match(after, /next\.js$/);
    const kept = await keptBy(page);
    assert.ok(kept.includes(after) && !kept.includes(before), 'the worker keeps the new build alone');
    await page.context().setOffline(true);
    await page.reload();
    await page.getByText('El servidor no responde').waitFor();
    assert.equal(await buildOf(page), after);
  });

  it('is loaded, once, by a pass without its worker that needs a part of the old one', async () => {
    const page = await passOf({ serviceWorkers: 'block' });
    const loads = loadsOf(page);
    deploy();
    await page.getByRole('link', { name: 'Mis datos' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mis datos' }).waitFor();
    assert.equal(loads(), 1);
    assert.match(await buildOf(page), /next\.js$/);
  });

  for (const [surface, { base, press, there }] of Object.entries(LAZY))
    it(`is loaded, once, by /${surface} where a part of the old one is gone, and nobody has to sign in again`, async () => {
      const { page, faults } = await staffAt(base);
      const loads = loadsOf(page);
      deploy();
      await page.getByRole('link', { name: press, exact: true }).click();
      await page.getByRole('heading', { level: 1, name: there }).waitFor();
      assert.equal(loads(), 1);
      assert.match(await buildOf(page), /next\.js$/);
      assert.deepEqual(faults, []);
      await page.context().close();
    });

  it('is loaded, once, by a board where a card is opened', async () => {
    const { page } = await staffAt('/board');
    await page.getByRole('link', { name: 'Reviews' }).click();
    await page.getByRole('button', { name: 'Añadir tarjeta' }).first().click();
    await page.keyboard.type('Una tarjeta');
    await page.keyboard.press('Enter');
    const card = page.getByRole('link', { name: 'Una tarjeta' });
    await card.waitFor();
    const loads = loadsOf(page);
    deploy();
    await card.click();
    await page.getByRole('dialog').getByText('Sin descripción').waitFor();
    assert.equal(loads(), 1);
    await page.context().close();
  });

  it('is not asked for where it would not help: the page says that something went wrong, with a way on', async () => {
    const { page } = await staffAt('/admin/live');
    const loads = loadsOf(page);
    await page.route('**/assets/statistics-page*', (route) => route.abort());
    await page.getByRole('link', { name: 'Estadísticas' }).click();
    await page.getByRole('button', { name: 'Volver a cargar' }).waitFor();
    assert.equal(loads(), 0);
    await page.unroute('**/assets/statistics-page*');
    await page.getByRole('button', { name: 'Volver a cargar' }).click();
    await page.getByRole('heading', { level: 1, name: 'Estadísticas' }).waitFor();
    await page.context().close();
  });

  it('is loaded by a kiosk that can’t fetch what reads QRs, and only then', async () => {
    const { page } = await openPage(running.browser);
    await giveCamera(page);
    let isGone = true;
    await page.route(/assets\/qr\.worker-[^/]*(?<!next)\.js$/, (route) => (isGone ? route.abort() : route.continue()));
    await page.goto(`${address()}/kiosk#code=${await desk.pairingCode(await desk.checkpoint())}`);
    await idle(page);
    const loads = loadsOf(page);
    await page.waitForTimeout(2_500);
    assert.equal(loads(), 0, 'there is no other build');
    const loaded = page.waitForEvent('load');
    deploy();
    await loaded;
    await idle(page);
    assert.match(await buildOf(page), /next\.js$/);
    isGone = false;
    await page.waitForTimeout(2_500);
    assert.equal(loads(), 1);
  });
});
