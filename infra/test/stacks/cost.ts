import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { idleMonth, millionValidations, rekognitionMillion, total } from '../../cost/estimate.ts';
import { PRICES } from '../../cost/prices.ts';
import { bothStages, synthesise } from '../../generated/templates.ts';
import { settingsOf } from '../../lib/settings.ts';

const settings = (stage: 'dev' | 'prod', own: Readonly<Record<string, string>> = {}) =>
  settingsOf(stage, (name) => own[name]);

/** Dollars of a month in which nobody comes; who makes it dearer says so here. */
const CEILING = { dev: 140, prod: 700 };

describe('what it costs', () => {
  const stages = bothStages();

  for (const stage of ['dev', 'prod'] as const) {
    it(`is in ${stage} not above its ceiling`, () => {
      const dollars = total(idleMonth(stages[stage], settings(stage)));
      assert.ok(
        dollars > CEILING[stage] / 2 && dollars <= CEILING[stage],
        `${dollars.toFixed(2)} of ${CEILING[stage]}`,
      );
    });
  }

  it('follows the templates: another processor, no task', () => {
    const month = (own: Readonly<Record<string, string>>) =>
      total(idleMonth(synthesise(own).prod, settings('prod', own)));
    const [arm, intel, idle] = [month({}), month({ architecture: 'X86_64' }), month({ idle: 'true' })];
    assert.ok(idle < arm && arm < intel, `${idle} ${arm} ${intel}`);
  });

  it('is for a million validations a small part of Rekognition’s price for the comparisons alone', () => {
    assert.ok(total(millionValidations(settings('prod'))) < rekognitionMillion() / 10);
  });

  it('comes from prices that say where and when they were known', () => {
    for (const [name, { dollars, per, page, when, known }] of Object.entries(PRICES)) {
      assert.ok(dollars > 0 && per.length > 0 && page.length > 0, name);
      assert.match(when, /^20\d\d-\d\d$/);
      assert.ok(['listed', 'remembered'].includes(known));
    }
  });
});
