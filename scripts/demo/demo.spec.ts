import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import { type CaseOutcome } from './cases.js';
import { people } from './people.js';
import { pageOf } from './report.js';
import { tablesOf, verdictOn } from './table.js';

const picture = { jpeg: Buffer.alloc(0), faces: [{ left: 1, top: 2, width: 3, height: 4 }] };
const outcome = (name: string, expected: string, got: string): CaseOutcome => ({
  name,
  expected: [expected],
  got,
  qr: '"><script>alert(1)</script>',
  asked: ['LOOK_LEFT'],
  shown: picture,
  sent: [picture],
  laps: [
    { step: 'read QR', milliseconds: 12 },
    { step: 'upload', milliseconds: 7 },
    { step: 'decision', milliseconds: 30 },
  ],
});
const story = {
  steps: [{ step: 'sign in', milliseconds: 99 }],
  enrolled: [],
  outcomes: [
    outcome('good', 'ACCEPTED MATCH', 'ACCEPTED MATCH'),
    outcome('<b>bad</b>', 'REJECTED X', 'ACCEPTED MATCH'),
  ],
};

describe('the verdict of the demo', () => {
  it('is good only when every outcome is the expected one', () => {
    assert.deepEqual(verdictOn(story), { ok: false, sentence: '1 of 2 validations did not end as they must.' });
    const good = { ...story, outcomes: story.outcomes.slice(0, 1) };
    assert.deepEqual(verdictOn(good), { ok: true, sentence: 'All 1 validations ended as they must.' });
  });

  it('stands in the table with the time of every step and their sum', () => {
    const lines = tablesOf(story).split('\n');
    assert.match(lines.find((line) => line.includes('good')) ?? '', /✓\D+12\b\D+7\b\D+30\b\D+49\b/);
    assert.match(lines.find((line) => line.includes('bad')) ?? '', /✗/);
    assert.match(lines.find((line) => line.includes('sign in')) ?? '', /99/);
  });

  it('stands on the page, on which nothing that was shown can run', () => {
    const page = pageOf(story);
    assert.doesNotMatch(page, /<script>|<b>bad/);
    assert.match(page, /&lt;b&gt;bad&lt;\/b&gt;/);
    assert.match(page, /expected REJECTED X/);
  });
});

describe('the people of the demo', () => {
  it('are 640 × 480 pictures, with their faces inside, about a third of the width where there is one', async () => {
    const { genuine, ...others } = await people();
    for (const { jpeg, faces } of [...genuine, ...Object.values(others)]) {
      const { width, height } = await sharp(jpeg).metadata();
      assert.deepEqual([width, height], [640, 480]);
      for (const face of faces) {
        assert.ok(face.left >= 0 && face.top >= 0 && face.left + face.width <= 640 && face.top + face.height <= 480);
        if (faces.length === 1) assert.ok(face.width / 640 > 0.25 && face.width / 640 < 0.45);
      }
    }
    assert.deepEqual([genuine.length, others.two.faces.length, others.nobody.faces.length], [3, 2, 0]);
  });
});
