import { type Browser, chromium } from 'playwright-core';
import { findExecutable } from './executables.js';
import { OperatorError } from './operator-error.js';

const ARGUMENTS = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];

/** The machine's own Chromium; undefined where there is none. */
export const findChromium = (): string | undefined => findExecutable('chromium');

/**
 * @param more arguments besides the usual ones, such as those of a fake camera
 * @throws OperatorError where there is no Chromium
 */
export async function openChromium(more: readonly string[] = []): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new OperatorError('This needs Chromium: apt-get install chromium.');
  return chromium.launch({ executablePath, args: [...ARGUMENTS, ...more] });
}
