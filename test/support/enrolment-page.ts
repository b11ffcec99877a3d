import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { type Browser, type Download, type Locator, type Page } from 'playwright-core';
import { ApiClient } from '../../scripts/client/api-client.js';
import { giveCamera, standBefore, still } from '../../scripts/kiosk-page/kiosk-page.js';
import { Desk } from '../../scripts/client/desk.js';
import { Kiosk } from '../../scripts/client/kiosk.js';
import { readQr } from '../../scripts/client/read-qr.js';
import { type BrowserStack, startBrowserStack } from './browser-stack.js';
import { accessibilityFaults, openPage, signInOn } from './chromium.js';
import { asDataUrl } from './pdf.js';
import { type TestDatabase } from './servers.js';
import { type Stack } from './stack.js';
import { addUser, type TestUser } from './users.js';

const PASSWORD = 'purple monkey dishwasher';

/** Remembers the pictures that a page makes addresses of, and those that it gives up. */
const WATCH_PICTURES = `
  globalThis.pictures = { made: new Map(), given: [] };
  const { createObjectURL, revokeObjectURL } = URL;
  URL.createObjectURL = (blob) => {
    const url = createObjectURL.call(URL, blob);
    globalThis.pictures.made.set(url, blob);
    return url;
  };
  URL.revokeObjectURL = (url) => {
    globalThis.pictures.given.push(url);
    revokeObjectURL.call(URL, url);
  };`;

/** What the first picture of the page is, as it would be sent. */
const FIRST_PICTURE = `(async () => {
  const [blob] = globalThis.pictures.made.values();
  const { width } = await createImageBitmap(blob);
  return { width, text: await blob.text(), type: blob.type };
})()`;

interface Choices {
  readonly language?: 'es' | 'en';
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'dark' | 'light';
}

/** A registrar's office with a stack of its own, a browser, and a kiosk at a door. */
export class Office {
  private constructor(
    private readonly running: BrowserStack,
    /** Of an administrator. */
    readonly desk: Desk,
    readonly kiosk: Kiosk,
    private readonly registrar: TestUser,
  ) {}

  static async open(): Promise<Office> {
    const running = await startBrowserStack();
    const { stack } = running;
    const admin = await ApiClient.signIn(stack.api.url, stack.admin);
    const desk = new Desk(admin);
    const registrar = await addUser(admin, 'REGISTRAR', PASSWORD, 'Rosa Registra');
    const kiosk = await Kiosk.pair(stack.api.url, await desk.pairingCode(await desk.checkpoint()));
    return new Office(running, desk, kiosk, registrar);
  }

  close(): Promise<void> {
    return this.running.stop();
  }

  get database(): TestDatabase {
    return this.running.database;
  }

  get stack(): Stack {
    return this.running.stack;
  }

  get browser(): Browser {
    return this.running.browser;
  }

  get url(): string {
    return this.running.url;
  }

  /** The registrar at a place of the surface, with a camera of ours. */
  async at(place: string, { language = 'es', viewport = { width: 1280, height: 900 }, ...more }: Choices = {}) {
    const watched = await openPage(this.browser, { viewport, deviceScaleFactor: 3, ...more });
    const { page } = watched;
    await giveCamera(page);
    await page.addInitScript(WATCH_PICTURES);
    await page.addInitScript(`localStorage.setItem('presente.language', '${language}')`);
    await page.goto(`${this.url}/enrol${place}`);
    await signInOn(page, this.registrar);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return { ...watched, dialog: page.getByRole('dialog') };
  }

  async externalIdOf(id: string): Promise<string> {
    const { person } = await this.desk.client.ask<{ person: { externalId: string } }>(
      `query Person($id: ID!) { person(id: $id) { externalId } }`,
      { id },
    );
    return person.externalId;
  }

  async templatesOf(id: string): Promise<number> {
    return (await this.database.query('SELECT 1 FROM templates WHERE person_id = $1', [id])).length;
  }
}

export async function clean(page: Page, where: string): Promise<void> {
  assert.deepEqual(await accessibilityFaults(page), [], where);
}

/** The first button of this very name. */
export const click = (within: Page | Locator, name: string): Promise<void> =>
  within.getByRole('button', { name, exact: true }).first().click();

/** What was saved when something is clicked. */
export async function saved(page: Page, act: () => Promise<void>): Promise<{ content: Buffer; download: Download }> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return { content: await readFile(await download.path()), download };
}

export const qrOn = async (place: Locator): Promise<string> => readQr(asDataUrl(await place.screenshot()));

/** The photos that were taken and not sent. */
export const taken = (page: Page): Locator =>
  page.getByRole('list', { name: /Fotos hechas|Photos taken/ }).getByRole('listitem');

/** Shoots somebody, in the pose that the page asks for. */
export async function shoot(page: Page, jpeg: Buffer): Promise<void> {
  await standBefore(page, still(jpeg));
  // The camera draws twenty pictures a second.
  await page.waitForTimeout(200);
  const before = await taken(page).count();
  await page.getByRole('button', { name: /^(Hacer la foto|Take the photo)$/ }).click();
  await taken(page).nth(before).waitFor();
}

export const pick = (page: Page, files: readonly { name: string; buffer: Buffer; mimeType?: string }[]) =>
  page.locator('input[type=file]').setInputFiles(files.map((file) => ({ mimeType: 'image/jpeg', ...file })));

/** As from a window of files: what a browser tells a page while somebody drags them over its field and lets go. */
export async function drop(
  page: Page,
  files: readonly { readonly name: string; readonly type: string; readonly buffer: Buffer }[],
): Promise<void> {
  const given = files.map(({ buffer, ...file }) => ({ ...file, url: `data:;base64,${buffer.toString('base64')}` }));
  const dataTransfer = await page.evaluateHandle(`(async () => {
    const transfer = new DataTransfer();
    for (const { name, type, url } of ${JSON.stringify(given)}) {
      const bytes = Uint8Array.from(atob(url.split(',')[1]), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], name, { type }));
    }
    return transfer;
  })()`);
  const field = page.getByText(/Arrastre aquí hasta|Drag up to/);
  for (const event of ['dragenter', 'dragover', 'drop']) await field.dispatchEvent(event, { dataTransfer });
}

/** Addresses of pictures that the page made, and those that it gave up; sorted. */
export const picturesOf = (page: Page): Promise<{ made: string[]; given: string[] }> =>
  page.evaluate(
    `({ made: [...globalThis.pictures.made.keys()].sort(), given: [...globalThis.pictures.given].sort() })`,
  );

export const firstPictureOf = (page: Page): Promise<{ width: number; text: string; type: string }> =>
  page.evaluate(FIRST_PICTURE);
