import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { queueBefore } from '../../scripts/bench/kiosk/queue.js';
import { readable, reportOf } from '../../scripts/bench/kiosk/report.js';
import { portrait } from '../../scripts/demo/actor.js';
import { actor, standBefore } from '../../scripts/kiosk-page/kiosk-page.js';
import { withoutChromium } from '../support/chromium.js';
import { type KioskPlace, openKiosk, openPlace } from '../support/kiosk-page.js';
import { withoutPostgres } from '../support/servers.js';

describe('people who come to a kiosk one after the other', { skip: withoutPostgres || withoutChromium }, () => {
  let place: KioskPlace;

  before(async () => {
    place = await openPlace();
  });
  after(() => place.stop());

  // `npm run bench -- kiosk` for longer, and for figures.
  it('are all let in, at ten a minute', async (t) => {
    const { desk } = place;
    const photos = await Promise.all([1.2, 1.25, 1.3].map(portrait));
    const cards: string[] = [];
    while (cards.length < 3) cards.push((await desk.enrol(photos)).card);
    const { page, faults } = await openKiosk(place, await desk.checkpoint());
    await standBefore(page, await actor());
    await page.waitForTimeout(8_000);
    const visits = await queueBefore(page, { cards, people: 6, perMinute: 10 });
    const report = reportOf(visits, { policy: 'passive', perMinute: 10 });
    t.diagnostic(readable(report));
    assert.equal(report.accepted, 6, JSON.stringify(visits));
    assert.deepEqual(faults, []);
  });
});
