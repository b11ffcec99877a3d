import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { weaknessesOf } from './password-strength.js';
import { hashPassword, verifyAgainstNobody, verifyPassword } from './passwords.js';

describe('passwords', () => {
  it('of nobody take as long to check as those of somebody', async () => {
    const hash = await hashPassword('somebody');
    await verifyAgainstNobody('warm-up');
    const time = async (work: () => Promise<unknown>) => {
      const times: number[] = [];
      for (let round = 0; round < 7; round++) {
        const start = performance.now();
        await work();
        times.push(performance.now() - start);
      }
      return times.toSorted((a, b) => a - b)[3] ?? 0;
    };
    const [known, unknown] = [await time(() => verifyPassword(hash, 'x')), await time(() => verifyAgainstNobody('x'))];
    assert.ok(unknown > known / 3 && unknown < known * 3, `${unknown} ms against ${known} ms`);
  });

  it('are judged in a moment, however long they are', () => {
    const owner = { email: 'm.quiroga@school.test', displayName: 'María José Núñez' };
    for (const unit of ['a', 'p4ssw0rd', '@1$3', '4@$1!0', 'l33t']) {
      const password = unit.repeat(256).slice(0, 256);
      const start = performance.now();
      weaknessesOf(password, owner);
      assert.ok(performance.now() - start < 500, unit);
    }
  });
});
