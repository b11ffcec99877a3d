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
const TABLET: View = { language: 'es', scheme: 'light', width: 800, height: 1100 };

const at = (path: string) => () => path;

/** Every surface, in both languages, in light and in dark, on a desk and on a phone. */
export const SHOTS: readonly Shot[] = [
  { name: 'home', path: at('/'), staff: false, view: DESK },
  { name: 'sign-in', path: at('/admin'), staff: false, view: PHONE },
  { name: 'admin-live', path: at('/admin'), staff: true, view: DESK },
];
void [NIGHT, ENGLISH, TABLET];
