import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PIN_FORM, weaknessesOfPin } from './pin-strength.js';

describe('a PIN', () => {
  const cases: [pin: string, weaknesses: string, externalId?: string][] = [
    ['000000', 'REPEATED'],
    ['999999999999', 'REPEATED'],
    ['121212', 'REPEATED'],
    ['483483', 'REPEATED'],
    ['123456', 'SEQUENCE'],
    ['987654', 'SEQUENCE'],
    ['890123', 'SEQUENCE'],
    ['098765', 'SEQUENCE'],
    ['159753', 'COMMON'],
    ['204117', 'EXTERNAL_ID', 'S-204117'],
    ['204117', 'EXTERNAL_ID', 'S-0204117/B'],
    ['042041', 'EXTERNAL_ID', 'S-2041'],
    ['042041', '', 'S-41'],
    ['204117', '', 'S-9999'],
    ['482917', ''],
    ['100000', ''],
    ['123457', ''],
    ['739105826413', ''],
  ];
  for (const [pin, weaknesses, externalId = 'A-1'] of cases) {
    it(`${pin} for ${externalId}: ${weaknesses === '' ? 'good' : weaknesses}`, () => {
      assert.equal(weaknessesOfPin(pin, externalId).join(), weaknesses);
    });
  }

  it('has 6 to 12 digits and nothing else', () => {
    const fits = (text: string) => PIN_FORM.test(text);
    assert.deepEqual(['48291', '482917', '739105826413', '7391058264130'].map(fits), [false, true, true, false]);
    assert.deepEqual(['48 2917', '48291a', '４８２９１７', '482917\n', ''].map(fits), [
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});
