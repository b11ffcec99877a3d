import { type Browser } from 'playwright-core';
import { asLocalhost, openChromium } from './chromium.js';
import { createDatabase, type TestDatabase } from './servers.js';
import { startStack, type Stack } from './stack.js';

/** All that a page needs behind it, and a browser before it. */
export interface BrowserStack {
  readonly database: TestDatabase;
  readonly stack: Stack;
  readonly browser: Browser;
  /** Of the pages. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

interface Choices {
  readonly settings?: Readonly<Record<string, string>>;
  /** Further arguments of Chromium. @param host where the API is */
  readonly flags?: (host: string) => readonly string[];
}

export async function startBrowserStack({ settings = {}, flags = () => [] }: Choices = {}): Promise<BrowserStack> {
  const database = await createDatabase();
  // Over plain HTTP a browser keeps no `__Secure-` cookie, and only development has another.
  const stack = await startStack({ databaseUrl: database.url, settings: { NODE_ENV: 'development', ...settings } });
  const browser = await openChromium(flags(new URL(stack.api.url).host));
  return {
    database,
    stack,
    browser,
    url: asLocalhost(stack.api.url),
    stop: async () => {
      await browser.close();
      await stack.stop();
      await database.drop();
    },
  };
}
