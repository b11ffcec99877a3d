import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import QRCode from 'qrcode';
import sharp from 'sharp';
import { ApiClient } from '../../scripts/client/api-client.js';
import { Desk } from '../../scripts/client/desk.js';
import { splitMjpeg } from '../../scripts/eval/challenge/mjpeg.js';
import { makeScratch, removeScratch } from '../../scripts/support/scratch.js';
import { type BrowserStack, startBrowserStack } from '../support/browser-stack.js';
import { openChromium, openPage, withoutChromium } from '../support/chromium.js';
import { withoutPostgres } from '../support/servers.js';
import { sharedFile } from '../support/shared-data.js';

const film = sharedFile('data/camera/intel-male-frontal-640x480.mjpeg');
const withoutFilm = !existsSync(film) && 'the shared films are not here';
/** Pictures; Chromium shows thirty in a second. */
const OF_QR = 120;
/** No multiple of it falls together with how often the page looks whether its camera is frozen. */
const OF_A_TREMBLE = 13;

/** A card in a hand: it trembles, and no picture of a camera is like the one before. */
async function heldUp(text: string): Promise<Buffer[]> {
  const qr = await QRCode.toBuffer(text, { width: 400, margin: 4 });
  const trembling = await Promise.all(
    Array.from({ length: OF_A_TREMBLE }, (_, step) =>
      sharp({ create: { width: 640, height: 480, channels: 3, background: '#c9d6de' } })
        .composite([{ input: qr, left: 110 + step, top: 40 }])
        .jpeg({ quality: 90 })
        .toBuffer(),
    ),
  );
  return Array.from({ length: OF_QR }, (_, index) => trembling[index % OF_A_TREMBLE]!);
}

/**
 * Through Chromium's own camera, and not the canvas of the other specs: what a driver delivers is what the page reads a QR from,
 * looks for a face in and sends. The film is of a real person: it lies beside the project, and nothing of it is kept or shown.
 */
describe('a kiosk before a filmed person', { skip: withoutPostgres || withoutChromium || withoutFilm }, () => {
  let running: BrowserStack;
  let scratch: string;

  before(async () => {
    [running, scratch] = await Promise.all([startBrowserStack(), makeScratch('film')]);
  });
  after(async () => {
    await running.stop();
    await removeScratch(scratch);
  });

  it('reads the QR, says what to do by the face, films it and has an answer', async (t) => {
    const { api, admin } = running.stack;
    const desk = new Desk(await ApiClient.signIn(api.url, admin));
    const pictures = splitMjpeg(await readFile(film));
    const photos = [0.2, 0.5, 0.8].map((part) => Buffer.from(pictures[Math.floor(pictures.length * part)]!));
    const { card } = await desk.enrol(photos, 'Persona De Una Película');
    const shown = path.join(scratch, 'camera.mjpeg');
    await writeFile(shown, Buffer.concat([...(await heldUp(card)), ...pictures]));
    const browser = await openChromium([
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${shown}`,
    ]);
    t.after(() => browser.close());
    const { page, faults } = await openPage(browser);
    await page.addInitScript(`
      globalThis.seen = { screens: new Set(), hints: new Set() };
      setInterval(() => {
        const screen = document.querySelector('[data-screen]')?.getAttribute('data-screen');
        const hint = document.querySelector('[data-hint]')?.getAttribute('data-hint');
        if (screen) globalThis.seen.screens.add(screen);
        if (hint) globalThis.seen.hints.add(hint);
      }, 50);`);
    await page.goto(`${running.url}/kiosk#code=${await desk.pairingCode(await desk.checkpoint())}`);
    const result = await page.locator('[data-result]').getAttribute('data-result');
    const { screens, hints } = await page.evaluate<{ screens: string[]; hints: string[] }>(
      '({ screens: [...seen.screens], hints: [...seen.hints] })',
    );
    t.diagnostic(`screens: ${screens.join(', ')}; hints: ${hints.join(', ')}; result: ${String(result)}`);
    assert.ok(screens.includes('idle') && screens.includes('framing'), screens.join(', '));
    assert.equal(result, 'accepted');
    assert.deepEqual(faults, []);
  });
});
