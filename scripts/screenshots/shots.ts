import { type Page } from 'playwright-core';
import QRCode from 'qrcode';
import { type School } from './school.js';

/** How a page is looked at. */
export interface View {
  readonly language: 'es' | 'en';
  readonly scheme: 'light' | 'dark';
  readonly width: number;
  readonly height: number;
}

/** One picture. */
export interface Shot {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly path: (school: School) => string | Promise<string>;
  /** Whether the administrator signs in first. */
  readonly staff: boolean;
  readonly view: View;
  /** Brings the page to what is to be seen. */
  readonly prepare?: (page: Page, school: School) => Promise<void>;
}

const DESK: View = { language: 'es', scheme: 'light', width: 1280, height: 800 };
const NIGHT: View = { ...DESK, scheme: 'dark' };
const ENGLISH: View = { ...DESK, language: 'en' };
const PHONE: View = { language: 'es', scheme: 'light', width: 390, height: 844 };
const PHONE_AT_NIGHT: View = { ...PHONE, language: 'en', scheme: 'dark' };
const TABLET: View = { language: 'es', scheme: 'light', width: 800, height: 1100 };

const at = (path: string) => () => path;

async function openFirst(page: Page): Promise<void> {
  await page.locator('main li button').first().click();
  await page.getByRole('dialog').locator('dl').waitFor();
}

async function drawn(page: Page): Promise<void> {
  await page.locator('.recharts-bar-rectangle path').first().waitFor();
}

async function openBoard(page: Page): Promise<void> {
  await page.locator('main a[href^="/board/"]').first().click();
  await page.locator('[data-lane]').first().waitFor();
}

async function openCard(page: Page): Promise<void> {
  await openBoard(page);
  await page.locator('[data-card] a').first().click();
  await page.getByRole('dialog').getByRole('heading', { level: 2 }).first().waitFor();
}

/** As it is given for somebody under age. */
async function openConsent(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Registrar consentimiento' }).first().click();
  await page.getByLabel('Quien tiene su patria potestad o tutela').check();
}

async function openPass(page: Page, school: School): Promise<void> {
  await page.evaluate(`location.hash = 'code=${await school.invite()}'`);
  await page.locator('[data-pass="shown"]').waitFor();
}

async function openOwnData(page: Page, school: School): Promise<void> {
  await openPass(page, school);
  await page.locator('a[href="/pass/data"]').click();
  await page.locator('dl').waitFor();
}

const kioskAt = (checkpoint: string) => async (school: School) => `/kiosk#code=${await school.pairingCode(checkpoint)}`;

const seen = (page: Page, selector: string): Promise<void> => page.locator(selector).waitFor();

const waits = (page: Page): Promise<void> => seen(page, '[data-screen="idle"]');

/** @param screen that is waited for once the QR was read */
const shows =
  (text: (school: School) => string, screen: string) =>
  async (page: Page, school: School): Promise<void> => {
    await waits(page);
    const url = await QRCode.toDataURL(text(school), { width: 600, margin: 4 });
    await page.evaluate(`showQr(${JSON.stringify(url)})`);
    await seen(page, 'main:not([data-screen="idle"])');
    await page.evaluate('hideQr()');
    await seen(page, screen);
  };
const cardOf = ({ card }: School): string => card;

async function needsHelp(page: Page): Promise<void> {
  await waits(page);
  await page.locator('button.help').click();
}

/** Every surface, in both languages, in light and in dark, on a desk and on a phone. */
export const SHOTS: readonly Shot[] = [
  { name: 'home', path: at('/'), staff: false, view: DESK },
  { name: 'kiosk-pairing', path: at('/kiosk'), staff: false, view: ENGLISH },
  { name: 'kiosk-idle', path: kioskAt('Puerta norte'), staff: false, view: DESK, prepare: waits },
  {
    name: 'kiosk-face',
    path: kioskAt('Puerta norte'),
    staff: false,
    view: TABLET,
    prepare: shows(cardOf, '[data-screen="framing"]'),
  },
  {
    name: 'kiosk-steps',
    path: kioskAt('Biblioteca'),
    staff: false,
    view: NIGHT,
    prepare: shows(cardOf, '[data-scene="1"]'),
  },
  {
    name: 'kiosk-refused',
    path: kioskAt('Puerta norte'),
    staff: false,
    view: PHONE,
    prepare: shows(() => 'https://example.org', '[data-result="refused"]'),
  },
  { name: 'kiosk-help', path: kioskAt('Puerta norte'), staff: false, view: ENGLISH, prepare: needsHelp },
  { name: 'sign-in', path: at('/admin'), staff: false, view: PHONE },
  { name: 'admin-live', path: at('/admin/live'), staff: true, view: DESK },
  { name: 'admin-live-phone', path: at('/admin/live'), staff: true, view: PHONE },
  { name: 'admin-live-details', path: at('/admin/live'), staff: true, view: NIGHT, prepare: openFirst },
  { name: 'admin-statistics', path: at('/admin/statistics'), staff: true, view: DESK, prepare: drawn },
  { name: 'admin-statistics-dark', path: at('/admin/statistics'), staff: true, view: NIGHT, prepare: drawn },
  { name: 'admin-checkpoints', path: at('/admin/checkpoints'), staff: true, view: ENGLISH },
  { name: 'admin-devices', path: at('/admin/devices'), staff: true, view: TABLET },
  { name: 'admin-users', path: at('/admin/users'), staff: true, view: NIGHT },
  { name: 'admin-audit', path: at('/admin/audit'), staff: true, view: ENGLISH },
  { name: 'admin-privacy', path: at('/admin/privacy'), staff: true, view: DESK },
  { name: 'admin-system', path: at('/admin/system'), staff: true, view: ENGLISH },
  { name: 'admin-account', path: at('/admin/account'), staff: true, view: PHONE },
  { name: 'enrol-people', path: at('/enrol/people'), staff: true, view: DESK },
  { name: 'enrol-person', path: ({ personId }) => `/enrol/people/${personId}`, staff: true, view: TABLET },
  {
    name: 'enrol-consent',
    path: ({ strangerId }) => `/enrol/people/${strangerId}`,
    staff: true,
    view: { ...DESK, height: 900 },
    prepare: openConsent,
  },
  {
    name: 'enrol-cards',
    path: ({ personId, strangerId }) => `/enrol/cards?ids=${personId},${strangerId}`,
    staff: true,
    view: PHONE_AT_NIGHT,
  },
  { name: 'enrol-import', path: at('/enrol/import'), staff: true, view: PHONE_AT_NIGHT },
  { name: 'admin-drills', path: at('/admin/drills'), staff: true, view: ENGLISH },
  { name: 'board-card', path: at('/board'), staff: true, view: DESK, prepare: openCard },
  { name: 'board', path: at('/board'), staff: true, view: NIGHT, prepare: openBoard },
  { name: 'pass', path: at('/pass'), staff: false, view: PHONE, prepare: openPass },
  { name: 'pass-data', path: at('/pass'), staff: false, view: PHONE_AT_NIGHT, prepare: openOwnData },
];
