import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import QRCode from 'qrcode';
import sharp from 'sharp';
import { readQr } from '../../scripts/client/read-qr.js';
import { giveCamera, showQr, standBefore, still } from '../../scripts/kiosk-page/kiosk-page.js';
import { openPage, withoutChromium } from '../support/chromium.js';
import { frames, type Frames } from '../support/frames.js';
import {
  fault,
  idle,
  type KioskPlace,
  openKiosk,
  openKioskPage,
  openPlace,
  pairOn,
  result,
  screen,
} from '../support/kiosk-page.js';
import { withoutPostgres } from '../support/servers.js';

const FOREIGN = 'a QR of a shop';

/** Runs in the page before its own scripts: what it has trembled, sounded and asked of the screen. */
const CUES = `
  window.cues = { trembles: [], notes: [], locks: 0 };
  const Sounds = AudioContext;
  window.AudioContext = class extends Sounds {
    constructor() {
      super();
      window.sounds = this;
    }
  };
  navigator.vibrate = (pattern) => window.cues.trembles.push(pattern);
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (at) {
    window.cues.notes.push(this.frequency.value);
    start.call(this, at);
  };
  const { wakeLock } = navigator;
  const request = wakeLock.request.bind(wakeLock);
  wakeLock.request = (kind) => { window.cues.locks++; return request(kind); };
`;

/**
 * Stands in for the reader that Chrome has on Android and macOS, and that no Chromium on Linux has: it is asked as that one is, and hands
 * the picture to a reader of ours outside of the page.
 */
const systemDetector = (formats: readonly string[]): string => `
  window.detected = 0;
  window.BarcodeDetector = class {
    static getSupportedFormats = async () => ${JSON.stringify(formats)};
    async detect(video) {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
      canvas.getContext('2d').drawImage(video, 0, 0);
      const rawValue = await window.readInStead(canvas.toDataURL());
      if (rawValue !== '') window.detected++;
      return rawValue === '' ? [] : [{ rawValue }];
    }
  };`;

/** Runs in the page before its own scripts: between any two readings of the clock a second begins. */
const SECONDS_PASS = `{
  const Clock = Date;
  let readings = 0;
  window.Date = class extends Clock {
    constructor(...given) { given.length > 0 ? super(...given) : super(Clock.now() + 1_000 * (readings++ % 2)); }
  };
}`;

/**
 * Holds a QR up as soon as there is a result, and remembers on which screens that one is shown as the result before: for as long as
 * results are shown, this process may have other things to do.
 */
const nextAtOnce = (qr: string): string => `{
  window.withBefore = new Set();
  let isShown = false;
  new MutationObserver(() => {
    const { screen } = document.querySelector('main').dataset;
    if (document.querySelector('[role="note"][aria-label="Resultado anterior"]')) withBefore.add(screen);
    if (screen !== 'result' || isShown) return;
    isShown = true;
    void fakeCamera.showQr('${qr}');
  }).observe(document.body, { subtree: true, childList: true, attributes: true });
}`;

/** All that a browser keeps of a page, and what the page shows, in one text. */
const TRACES = `(async () => {
  const kept = [document.documentElement.outerHTML, JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie];
  for (const { name } of await indexedDB.databases()) {
    const database = await new Promise((done) => { const open = indexedDB.open(name); open.onsuccess = () => done(open.result); });
    for (const store of database.objectStoreNames) {
      const all = database.transaction(store).objectStore(store).getAll();
      kept.push(JSON.stringify(await new Promise((done) => { all.onsuccess = () => done(all.result); })));
    }
    database.close();
  }
  for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) kept.push(url);
  return kept.join('\\n');
})()`;

describe('visits to a kiosk', { skip: withoutPostgres || withoutChromium }, () => {
  let place: KioskPlace;
  let pictures: Frames;

  before(async () => {
    [place, pictures] = await Promise.all([openPlace(), frames()]);
  });
  after(() => place.stop());

  it('leave nothing on the device: no name, no QR, no picture, no number', async () => {
    const { desk } = place;
    const { card } = await desk.enrol(pictures.genuine, 'Ada Prueba');
    const { page, faults } = await openKiosk(place, await desk.checkpoint());
    await standBefore(page, still(pictures.probe));
    await showQr(page, card);
    const said = await result(page).filter({ hasText: '¡Adelante, Ada Prueba!' }).textContent();
    assert.doesNotMatch(said ?? '', /\d/);
    await idle(page);
    const traces = await page.evaluate<string>(TRACES);
    assert.match(traces, /audience/);
    assert.doesNotMatch(traces, /Ada|blob:|data:image/);
    assert.ok(!traces.includes(card));
    assert.deepEqual(faults, []);
  });

  it('sound and tremble otherwise when somebody is let in and when not, and keep the screen on', async () => {
    const { desk } = place;
    const { card } = await desk.enrol(pictures.genuine, 'Ada Prueba');
    const { page } = await openKiosk(place, await desk.checkpoint());
    await page.addInitScript(CUES);
    await page.reload();
    await idle(page);
    await page.getByRole('button', { name: 'Español' }).click();
    await page.waitForFunction(`sounds.state === 'running'`);
    await standBefore(page, still(pictures.probe));
    const cuesOf = async (qr: string, kind: string) => {
      await page.evaluate('Object.assign(cues, { trembles: [], notes: [] })');
      await showQr(page, qr);
      await page.locator(`[data-result="${kind}"]`).waitFor();
      await idle(page);
      return page.evaluate<{ trembles: number[][]; notes: number[]; locks: number }>('cues');
    };
    const accepted = await cuesOf(card, 'accepted');
    const refused = await cuesOf(FOREIGN, 'refused');
    assert.deepEqual(accepted.trembles, [[40], [60, 60, 60]]);
    assert.deepEqual(refused.trembles, [[40], [300]]);
    assert.deepEqual(accepted.notes, [880, 660, 880, 1320]);
    assert.deepEqual(refused.notes, [880, 330, 220]);
    assert.equal(accepted.locks, 1);
  });

  it('begin by the QR reader of the system where there is one that reads QRs, and fetch no other', async () => {
    const { browser, url, desk } = place;
    const { card } = await desk.enrol(pictures.genuine, 'Ada Prueba');
    for (const formats of [['ean_13', 'qr_code'], ['ean_13']]) {
      const { page, faults } = await openPage(browser);
      await page.exposeFunction('readInStead', (png: string) => readQr(png).catch(() => ''));
      await giveCamera(page);
      await page.addInitScript(systemDetector(formats));
      await page.goto(`${url}/kiosk#code=${await desk.pairingCode(await desk.checkpoint())}`);
      await idle(page);
      await standBefore(page, still(pictures.probe));
      await showQr(page, card);
      await page.getByRole('heading', { name: '¡Adelante, Ada Prueba!' }).waitFor();
      const isTheirs = formats.includes('qr_code');
      assert.equal((await page.evaluate<number>('detected')) > 0, isTheirs);
      assert.equal(
        page.workers().some((worker) => worker.url().includes('qr.worker')),
        !isTheirs,
      );
      assert.deepEqual(faults, []);
      await page.context().close();
    }
  });

  it('begin by a QR that was read when the server had just gone, and is still held up when it is there again', async () => {
    const { browser, url, desk } = place;
    const { card } = await desk.enrol(pictures.genuine, 'Ada Prueba');
    const { page, faults } = await openPage(browser);
    const [read, told] = [Promise.withResolvers(), Promise.withResolvers()];
    await page.exposeFunction('readInStead', async (png: string) => {
      const text = await readQr(png).catch(() => '');
      if (text === '') return text;
      read.resolve(undefined);
      await told.promise;
      return text;
    });
    await giveCamera(page);
    await page.addInitScript(systemDetector(['qr_code']));
    await page.goto(`${url}/kiosk#code=${await desk.pairingCode(await desk.checkpoint())}`);
    await idle(page);
    await standBefore(page, still(pictures.probe));
    await showQr(page, card);
    await read.promise;
    await page.context().setOffline(true);
    await fault(page, 'server').waitFor();
    told.resolve(undefined);
    await page.waitForFunction('detected > 0');
    await page.context().setOffline(false);
    await page.getByRole('heading', { name: '¡Adelante, Ada Prueba!' }).waitFor();
    assert.deepEqual(faults, []);
  });

  it('begin while the result before is still shown', async () => {
    const { desk } = place;
    const { card } = await desk.enrol(pictures.genuine, 'Ada Prueba');
    const { page, faults } = await openKiosk(place, await desk.checkpoint());
    await standBefore(page, still(pictures.probe));
    await page.evaluate(nextAtOnce(await QRCode.toDataURL(card, { width: 600, margin: 4 })));
    await showQr(page, FOREIGN);
    await page.getByRole('heading', { name: '¡Adelante, Ada Prueba!' }).waitFor();
    assert.equal(await page.getByRole('note', { name: 'Resultado anterior' }).count(), 0);
    assert.ok((await page.evaluate<string[]>('[...withBefore]')).includes('opening'));
    assert.deepEqual(faults, []);
  });

  it('wait for the QR to be taken away, also where the page can’t tell a face from it', async () => {
    const { desk } = place;
    const { card } = await desk.enrol(pictures.genuine, 'Ada Prueba');
    const { page } = await openKioskPage(place);
    await page.route('**/face.worker*', (route) => route.abort());
    await pairOn(page, desk, await desk.checkpoint());
    const uploads: string[] = [];
    page.on('request', (request) => request.url().endsWith('/captures') && uploads.push(request.url()));
    const qr = await QRCode.toBuffer(card, { width: 400, margin: 4 });
    const heldUp = sharp(qr).resize(640, 480, { fit: 'contain', background: '#c9d6de' });
    await standBefore(page, still(await heldUp.jpeg().toBuffer()));
    await showQr(page, card);
    await screen(page, 'framing').waitFor();
    await page.waitForTimeout(2_500);
    assert.deepEqual(uploads, []);
    await standBefore(page, still(pictures.probe));
    await page.getByRole('heading', { name: '¡Adelante, Ada Prueba!' }).waitFor();
    assert.equal(uploads.length, 1);
  });

  it('can be made with a keyboard alone, or with one switch', async () => {
    const { desk } = place;
    const { personId, card } = await desk.enrol(pictures.genuine, 'Ada Prueba');
    await desk.setPin(personId, '482915');
    const { page, faults } = await openKiosk(place, await desk.checkpoint('FACE_AND_PIN'));
    const focused = () => page.evaluate<string>('document.activeElement.textContent');
    const tabTo = async (name: string) => {
      for (let presses = 0; presses < 20 && (await focused()) !== name; presses++) await page.keyboard.press('Tab');
      assert.equal(await focused(), name);
    };
    await tabTo('Necesito ayuda');
    await page.keyboard.press('Enter');
    // The way without a face: the first press chooses, the second comes back.
    await screen(page, 'help').waitFor();
    assert.equal(await focused(), 'No puedo mover la cabeza');
    await tabTo('No quiero usar mi cara');
    await page.keyboard.press('Space');
    await screen(page, 'noFace').waitFor();
    assert.equal(await focused(), 'Volver');
    await page.keyboard.press('Enter');
    await idle(page);

    await standBefore(page, still(pictures.probe));
    await showQr(page, card);
    await screen(page, 'pin').waitFor();
    for (const digit of '4829159') await page.keyboard.press(digit);
    await page.keyboard.press('Backspace');
    await tabTo('Aceptar');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '¡Adelante, Ada Prueba!' }).waitFor();
    assert.deepEqual(faults, []);
  });

  it('can be made where a second begins while the kiosk says who it is: it is not cut off for that', async () => {
    const { desk } = place;
    const { page, faults } = await openKiosk(place, await desk.checkpoint());
    await page.addInitScript(SECONDS_PASS);
    await page.reload();
    await idle(page);
    assert.deepEqual(faults, []);
  });

  it('can’t be made while the kiosk is out of order, which outlasts a reload', async () => {
    const { desk } = place;
    const { page } = await openKiosk(place, await desk.checkpoint());
    await page.getByRole('button', { name: 'Personal' }).click();
    await page.getByRole('button', { name: 'Fuera de servicio' }).click();
    await page.getByRole('heading', { name: 'Fuera de servicio' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Fuera de servicio' }).waitFor();
    assert.deepEqual(await page.evaluate(() => globalThis.fakeCamera.widths), []);
    await page.getByRole('button', { name: 'Volver a poner en servicio' }).click();
    await idle(page);
  });
});
