import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Browser } from 'playwright-core';
import sharp from 'sharp';
import { fromRoot } from '../../src/config/paths.js';
import { ApiClient } from '../client/api-client.js';
import { presentePrograms } from '../launcher/programs.js';
import { withStack } from '../launcher/run-stack.js';
import { openChromium } from '../support/chromium.js';
import { run } from '../support/dispatch.js';
import { OperatorError } from '../support/operator-error.js';
import { makeScratch, removeScratch } from '../support/scratch.js';
import { DRAWN_CAMERA } from './drawn-person.js';
import { foundSchool, type School } from './school.js';
import { type Shot, SHOTS } from './shots.js';

interface SignIn {
  readonly email: string;
  readonly password: string;
}

const target = fromRoot('docs/pictures');
const report = (line: string): void => void process.stdout.write(`${line}\n`);

/** `npm run screenshots [-- NAME…]`: every page of the web with a small invented school, into docs/pictures. */
async function screenshots(names: readonly string[]): Promise<void> {
  const chosen = SHOTS.filter(({ name }) => names.length === 0 || names.some((part) => name.includes(part)));
  if (chosen.length === 0) throw new OperatorError(`There is no picture like ${names.join(', ')}.`);
  await mkdir(target, { recursive: true });
  const dataDir = await makeScratch('screenshots');
  const given = { HOST: '127.0.0.1', PORT: '0', WORKER_PORT: '0', LOG_LEVEL: 'warn', FAULTS: 'true' };
  await withStack({ dataDir, given, programs: presentePrograms, report }, async ({ apiUrl, firstAdmin }) => {
    if (firstAdmin === undefined) throw new OperatorError('There is no administrator to sign in with.');
    const school = await foundSchool(await ApiClient.signIn(apiUrl, firstAdmin));
    const browser = await openChromium();
    try {
      for (const shot of chosen)
        await take(browser, apiUrl.replace('127.0.0.1', 'localhost'), shot, school, firstAdmin);
    } finally {
      await browser.close();
    }
  });
  await removeScratch(dataDir);
}

async function take(browser: Browser, url: string, shot: Shot, school: School, signIn: SignIn): Promise<void> {
  const { language, scheme, width, height } = shot.view;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    reducedMotion: 'reduce',
  });
  try {
    await context.addInitScript(`localStorage.setItem('presente.language', '${language}')`);
    await context.addInitScript(DRAWN_CAMERA);
    const page = await context.newPage();
    await page.goto(url + (await shot.path(school)));
    if (shot.staff) {
      await page.locator('input[type=email]').fill(signIn.email);
      await page.locator('input[autocomplete=current-password]').fill(signIn.password);
      await page.locator('button[type=submit]').click();
    }
    await shot.prepare?.(page, school);
    await page.waitForLoadState('networkidle');
    const file = path.join(target, `${shot.name}.webp`);
    await sharp(await page.screenshot())
      .webp({ quality: 82 })
      .toFile(file);
    report(file.replace(`${fromRoot()}/`, ''));
  } finally {
    await context.close();
  }
}

await run({ usage: 'npm run screenshots [-- NAME…]', run: screenshots }, process.argv.slice(2));
