import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { UnavailableError } from '../../common/errors/domain-error.js';
import { Guard } from './guard.js';

const away = () => Promise.reject(Object.assign(new Error('nobody there'), { code: 'ETIMEDOUT' }));
const well = () => Promise.resolve('well');
const REST = [60, 60] as const;

/** A guard that has just opened. */
async function opened(rest: readonly [number, number] = REST): Promise<Guard> {
  const guard = new Guard({ called: 'The part', failures: 3, rest });
  for (let call = 0; call < 3; call++) await assert.rejects(guard.run(away), /nobody there/);
  return guard;
}

describe('a guard', () => {
  it('refuses at once, with "try again", when its dependency failed some times in a row', async () => {
    const guard = await opened([5_000, 5_000]);
    let asked = false;
    await assert.rejects(
      guard.run(() => {
        asked = true;
        return well();
      }),
      (error) => error instanceof UnavailableError && error.details['retryAfterSeconds'] === 2,
    );
    assert.equal(asked, false, 'what does not answer is left alone');
    assert.deepEqual(guard.counts, { opened: 1, refused: 1 });
    assert.equal(guard.state, 'open');
  });

  it('tries again with one call after a rest, and is as before when that succeeds', async () => {
    const guard = await opened();
    await sleep(300);
    const [first, second] = await Promise.allSettled([guard.run(well), guard.run(well)]);
    assert.equal(first.status, 'fulfilled');
    assert.equal(second.status, 'rejected', 'and nobody waits for what comes of it');
    assert.equal(await guard.run(well), 'well');
    assert.equal(guard.state, 'closed');
  });

  it('rests again when that call fails, too', async () => {
    const guard = await opened();
    await sleep(300);
    await assert.rejects(guard.run(away), /nobody there/);
    assert.equal(guard.counts.opened, 2);
  });

  it('does not open for what its dependency answers, be it a refusal or a bug of ours', async () => {
    const guard = new Guard({ called: 'The part', failures: 1, rest: REST });
    const duplicate = () => Promise.reject(Object.assign(new Error('duplicate'), { code: '23505' }));
    for (let call = 0; call < 5; call++) await assert.rejects(guard.run(duplicate), /duplicate/);
    assert.equal(guard.state, 'closed');
  });

  it('is not opened by failures with successes between them', async () => {
    const guard = new Guard({ called: 'The part', failures: 2, rest: REST });
    for (let round = 0; round < 4; round++) {
      await assert.rejects(guard.run(away));
      await guard.run(well);
    }
    assert.equal(guard.state, 'closed');
  });

  it('gives up on what takes longer than it may', async () => {
    const guard = new Guard({ called: 'The part', failures: 3, rest: REST, timeout: 20 });
    await assert.rejects(
      guard.run(() => sleep(5_000, 'late', { ref: false })),
      /The part did not answer in time/,
    );
  });

  it('tries again at once, a few times, what was refused before anything was sent, and nothing else', async () => {
    let calls = 0;
    const failing = (code: string) => () => {
      calls++;
      return Promise.reject(Object.assign(new Error(code), { code }));
    };
    const guard = new Guard({ called: 'The part', failures: 100, rest: REST, retries: 2 });
    await assert.rejects(guard.run(failing('ECONNREFUSED')));
    assert.equal(calls, 3);
    await assert.rejects(guard.run(failing('ETIMEDOUT')));
    assert.equal(calls, 4);
  });

  it('spends no more tries than open it: the budget of a burst is the breaker’s', async () => {
    let calls = 0;
    const refused = () => {
      calls++;
      return Promise.reject(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }));
    };
    const guard = new Guard({ called: 'The part', failures: 5, rest: [5_000, 5_000], retries: 2 });
    await Promise.allSettled(Array.from({ length: 200 }, () => guard.run(refused)));
    assert.ok(calls <= 205, `${calls} calls for 200: the 200 that were under way, and hardly one more`);
  });

  it('counts what became of a call that it did not make', async () => {
    const guard = new Guard({ called: 'The part', failures: 2, rest: [5_000, 5_000] });
    guard.note(away());
    guard.note(away());
    await sleep(0);
    assert.equal(guard.state, 'open');
    guard.note(away());
    await sleep(0);
  });
});
