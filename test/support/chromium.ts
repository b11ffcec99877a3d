import { afterEach } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { setTimeout as sleep } from 'node:timers/promises';
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

const open = new Set<Page>();

/** What stands on a page and where, and what a kiosk has said before, in a line: what a spec that failed there was looking at. */
async function lookOf(page: Page): Promise<string> {
  const look = page.evaluate<string>(
    `[...(window.fakeCamera?.results ?? []).map((result) => \`(said before: \${result})\`),
      document.querySelector('main')?.dataset.screen, document.body.innerText.replace(/\\s+/g, ' ')].join(' ')`,
  );
  const text = await Promise.race([look, sleep(2_000, 'does not answer', { ref: false })]);
  return `${page.url()}: ${text.slice(0, 600)}`;
}

afterEach(async (test) => {
  if (!('passed' in test) || test.passed) return;
  for (const page of open) test.diagnostic(await lookOf(page).catch((error: unknown) => String(error)));
});

/** In a browser context of its own, as another person's. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ locale: 'es-ES', reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  open.add(page);
  page.on('close', () => open.delete(page));
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) faults.push(message.text());
  });
  return { page, faults };
}

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** For who is not let in by that alone. */
export async function giveCredentials(page: Page, { email, password }: Credentials): Promise<void> {
  await page.getByLabel(/correo|e-mail/i).fill(email);
  await page.getByLabel(/^(contraseña|password)/i).fill(password);
  await page.getByRole('button', { name: /^(entrar|sign in)$/i }).click();
}

/** Resolves once they are in: what asked them has a heading of its own, and is gone then. */
export async function signInOn(page: Page, credentials: Credentials): Promise<void> {
  await giveCredentials(page, credentials);
  await page.getByRole('heading', { name: /^(iniciar sesión|sign in)$/i }).waitFor({ state: 'detached' });
}

/** Resolves once nothing on a page stands in for what is still being loaded: its answers are there then, or why they are not. */
export const loaded = (page: Page): Promise<void> =>
  page
    .getByRole('status', { name: /^(cargando|loading)/i })
    .or(page.locator('.mantine-Skeleton-root'))
    .first()
    .waitFor({ state: 'detached' });

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
