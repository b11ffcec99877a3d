import { type Page } from 'playwright-core';
import QRCode from 'qrcode';
import { fromRoot } from '../../src/config/paths.js';
import { perform } from '../demo/actor.js';

const STEPS = ['LOOK_LEFT', 'LOOK_RIGHT', 'BLINK', 'COME_CLOSER'];

/** `fake-camera.js` as a page sees it. */
export interface FakeCamera {
  refuses: string | undefined;
  picture: 'lively' | 'black' | 'frozen';
  rate: number;
  plugged: readonly string[];
  isHidden: boolean;
  widths: readonly number[];
  shownAt: number;
  screens: Readonly<Record<string, number>>;
  showQr(url: string): Promise<void>;
  loadFrames(urls: Readonly<Record<string, string>>): Promise<void>;
  unplug(): void;
}

declare global {
  var fakeCamera: FakeCamera;
}

/** What somebody looks like: the scene's name and its place in the challenge → `data:` URL. */
export type Looks = Readonly<Record<string, string>>;

const urlOf = (jpeg: Buffer): string => `data:image/jpeg;base64,${jpeg.toString('base64')}`;

/** Somebody who does any step at any place of a challenge. */
export async function actor(): Promise<Looks> {
  const frames: Record<string, string> = {};
  for (const step of STEPS) {
    const played = await perform([step, step, step]);
    played.frames.forEach((jpeg, scene) => (frames[`${scene % 2 === 0 ? 'STRAIGHT' : step}:${scene}`] = urlOf(jpeg)));
  }
  return frames;
}

/** Somebody who only looks. */
export const still = (jpeg: Buffer): Looks => ({ 'STRAIGHT:0': urlOf(jpeg) });

/** Before the page is opened: its camera is ours. */
export const giveCamera = (page: Page): Promise<unknown> =>
  page.addInitScript({ path: fromRoot('scripts/kiosk-page/fake-camera.js') });

export async function showQr(page: Page, text: string): Promise<void> {
  const qr = await QRCode.toDataURL(text, { width: 600, margin: 4 });
  await page.evaluate((url) => globalThis.fakeCamera.showQr(url), qr);
}

export async function standBefore(page: Page, looks: Looks): Promise<void> {
  await page.evaluate((urls) => globalThis.fakeCamera.loadFrames(urls), looks);
}

/** Milliseconds. */
export interface Waits {
  /** From the QR in view to the result, without those in which somebody did the steps. */
  readonly result: number;
  /** In which they did the steps. */
  readonly acted: number;
  /** From the QR in view to when a face is looked at. */
  readonly ready: number;
}

/** How long the last one to show a QR has waited. */
export const waitsOn = (page: Page): Promise<Waits> =>
  page.evaluate(() => {
    const { shownAt, screens } = globalThis.fakeCamera;
    const { framing = NaN, acting, sending, result = NaN } = screens;
    const acted = acting === undefined || sending === undefined || acting < shownAt ? 0 : sending - acting;
    return { result: result - shownAt - acted, acted, ready: framing - shownAt };
  });
