import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Page } from 'playwright-core';
import { accessibilityFaults, withoutChromium } from '../support/chromium.js';
import { frames, type Frames } from '../support/frames.js';
import { type KioskPlace, openKiosk, openPlace } from '../support/kiosk-page.js';
import { leaveScreen, SCREENS } from '../support/kiosk-tour.js';
import { withoutPostgres } from '../support/servers.js';

const LANDSCAPE = { width: 1280, height: 800 };
const PORTRAIT = { width: 800, height: 1280 };
const PHONE = { width: 390, height: 844 };

/** Parts of the picture's width that the passive network of the server wants a face to have. */
const THIRD = { least: 0.3, most: 0.37 };

/** What of the page is too small for a finger, or out of reach of somebody who sits. Pixels. */
const LAYOUT = `(() => {
  const faults = [];
  const isPortrait = innerHeight > innerWidth && document.querySelector('.kiosk.plain') === null;
  for (const element of document.querySelectorAll('button, a, input')) {
    const { width, height, top, bottom, left, right } = element.getBoundingClientRect();
    const name = element.textContent || element.tagName;
    if (width < 48 || height < 48) faults.push(name + ' is ' + width + ' × ' + height);
    if (isPortrait && top < innerHeight * 0.4) faults.push(name + ' is too high');
    if (bottom > innerHeight || left < 0 || right > innerWidth) faults.push(name + ' is out of the screen');
  }
  const controls = document.querySelector('.controls');
  if (controls.scrollHeight > controls.clientHeight + 1) faults.push('the controls scroll');
  if (document.documentElement.scrollWidth > innerWidth) faults.push('the page scrolls aside');
  const oval = document.querySelector('.stage ellipse')?.getBoundingClientRect();
  const { clientWidth, clientHeight, videoWidth, videoHeight } = document.querySelector('.stage video');
  const picture = Math.max(clientWidth, (clientHeight * videoWidth) / videoHeight);
  const part = oval && oval.width / picture;
  if (part < ${THIRD.least} || part > ${THIRD.most}) faults.push('the oval is ' + part + ' of the picture');
  return faults;
})()`;

describe('the screens of the kiosk', { skip: withoutPostgres || withoutChromium }, () => {
  let place: KioskPlace;
  let pictures: Frames;
  let checkpointId: string;

  before(async () => {
    [place, pictures] = await Promise.all([openPlace(), frames()]);
    checkpointId = await place.desk.checkpoint();
  });
  after(() => place.stop());

  /** Every screen, before a finger, somebody who sits, and axe. */
  async function tour(page: Page, withAxe = true): Promise<void> {
    const guide = {
      card: (await place.desk.enrol(pictures.genuine, 'Ada Prueba')).card,
      looks: pictures.probe,
      nobody: pictures.nobody,
    };
    for (const [name, reach] of Object.entries(SCREENS)) {
      await reach(page, guide);
      assert.deepEqual(await page.evaluate(LAYOUT), [], name);
      if (withAxe) assert.deepEqual(await accessibilityFaults(page), [], name);
      await leaveScreen(page);
    }
  }

  it('fit a tablet on its side, in light and in Spanish', async () => {
    const { page, faults } = await openKiosk(place, checkpointId, { viewport: LANDSCAPE });
    await tour(page);
    assert.deepEqual(faults, []);
  });

  it('fit a tablet on a stand, in the dark and in English, and all there is to touch is in the lower 60 %', async () => {
    const { page, faults } = await openKiosk(place, checkpointId, { viewport: PORTRAIT, colorScheme: 'dark' });
    await page.getByRole('button', { name: 'English' }).click();
    await tour(page);
    assert.deepEqual(faults, []);
  });

  it('fit a phone', async () => {
    const { page, faults } = await openKiosk(place, checkpointId, { viewport: PHONE });
    await tour(page, false);
    assert.deepEqual(faults, []);
  });
});
