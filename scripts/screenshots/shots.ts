import { type Page } from 'playwright-core';
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
  readonly path: (school: School) => string;
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

async function openPass(page: Page, school: School): Promise<void> {
  await page.evaluate(`location.hash = 'code=${await school.invite()}'`);
  await page.locator('[data-pass="shown"]').waitFor();
}

async function openOwnData(page: Page, school: School): Promise<void> {
  await openPass(page, school);
  await page.locator('a[href="/pass/data"]').click();
  await page.locator('dl').waitFor();
}

/** Every surface, in both languages, in light and in dark, on a desk and on a phone. */
export const SHOTS: readonly Shot[] = [
  { name: 'home', path: at('/'), staff: false, view: DESK },
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
  { name: 'pass', path: at('/pass'), staff: false, view: PHONE, prepare: openPass },
  { name: 'pass-data', path: at('/pass'), staff: false, view: PHONE_AT_NIGHT, prepare: openOwnData },
];
