import assert from 'node:assert/strict';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { cutOff } from './cut-off.js';

describe('rows that are cut off', () => {
  /** Yields what it is given, then waits for ever. */
  function waiting(values: readonly number[]) {
    const seen = { left: false };
    const forever = Promise.withResolvers<undefined>();
    async function* rows(): AsyncGenerator<number, void> {
      try {
        yield* values;
        await forever.promise;
      } finally {
        seen.left = true;
      }
    }
    const generator = rows();
    const leave = generator.return.bind(generator);
    generator.return = (value) => {
      forever.resolve(undefined);
      return leave(value);
    };
    return { generator, seen };
  }
  const untilAborted = async (signal: AbortSignal): Promise<void> => {
    if (!signal.aborted) await once(signal, 'abort');
  };

  it('come as they are while the watch goes on, and end it with themselves', async () => {
    let watched: AbortSignal | undefined;
    async function* rows(): AsyncGenerator<number, void> {
      yield* await Promise.resolve([1, 2]);
    }
    const seen: number[] = [];
    const guarded = cutOff(rows(), (signal) => {
      watched = signal;
      return untilAborted(signal);
    });
    for await (const row of guarded) seen.push(row);
    assert.deepEqual(seen, [1, 2]);
    assert.equal(watched?.aborted, true);
  });

  it('end for who waits, at once, with what the watch throws', async () => {
    const { generator, seen } = waiting([1]);
    const watch = Promise.withResolvers<undefined>();
    const guarded = cutOff(generator, () => watch.promise);
    assert.equal((await guarded.next()).value, 1);
    const next = guarded.next();
    watch.reject(new Error('revoked'));
    await assert.rejects(next, /revoked/);
    await assert.rejects(guarded.next(), /revoked/);
    await sleep(0);
    assert.equal(seen.left, true, 'and nobody goes on reading');
  });

  it('let go of the watch when the reader leaves or the rows fail', async () => {
    const signals: AbortSignal[] = [];
    const watch = (signal: AbortSignal) => {
      signals.push(signal);
      return untilAborted(signal);
    };
    const left = cutOff(waiting([]).generator, watch);
    const pending = left.next();
    await left.return();
    assert.equal((await pending).done, true);
    async function* failing(): AsyncGenerator<number, void> {
      await Promise.reject(new Error('database'));
      yield 1;
    }
    await assert.rejects(cutOff(failing(), watch).next(), /database/);
    assert.deepEqual(
      signals.map(({ aborted }) => aborted),
      [true, true],
    );
  });
});
