import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { findChromium, openChromium } from '../../scripts/support/chromium.js';

export { openChromium };

/** For node:test's `skip`. */
export const withoutChromium = findChromium() === undefined && 'no chromium on this machine';

/** Like the address of a process, under the name that browsers trust without HTTPS: cookies and cameras want that. */
export const asLocalhost = (url: string): string => url.replace('127.0.0.1', 'localhost');

/** A page that remembers what went wrong in it: faults of scripts, and what the policy of the page refused. */
export interface WatchedPage {
  readonly page: Page;
  readonly faults: readonly string[];
}

/** In a browser context of its own, as another person's. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ locale: 'es-ES', reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) faults.push(message.text());
  });
  return { page, faults };
}

export async function signInOn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.getByLabel(/correo|e-mail/i).fill(email);
  await page.getByLabel(/^(contraseña|password)/i).fill(password);
  await page.getByRole('button', { name: /^(entrar|sign in)$/i }).click();
}

/** Resolves when nothing fades or moves any more, but for what never ends. */
const AT_REST = `Promise.allSettled(
  document.getAnimations().filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity).map(({ finished }) => finished),
)`;

/** What axe finds wrong with a page at rest, in words: rule and element. What fades in is not to be read yet. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(AT_REST);
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
