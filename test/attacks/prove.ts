import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { withoutPostgres } from '../support/servers.js';
import { type AttackGroup } from './attack.js';
import { Battlefield } from './battlefield.js';

/** Every attack twice: stopped by Presente as it ships, and through when its defence is switched off. */
export function prove({ title, attacks, settings }: AttackGroup): void {
  describe(`attacks on ${title}`, { skip: withoutPostgres }, () => {
    let field: Battlefield;

    before(async () => {
      field = await Battlefield.open(settings);
    });
    after(() => field.close());

    for (const { name, defence, weakening, run } of attacks) {
      it(`${name}: stopped`, async () => {
        const { through, seen } = await run(field.intact);
        assert.equal(through, false, seen);
      });
      it(`${name}: would get through without ${defence}`, async () => {
        const { through, seen } = await field.weakened(weakening, run);
        assert.equal(through, true, seen);
      });
    }
  });
}
