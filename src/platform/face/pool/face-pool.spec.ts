import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { UnavailableError } from '../../../common/errors/domain-error.js';
import { FrameRefusedError } from '../frame-refused.error.js';
import { FacePool } from './face-pool.js';
import { ORDERS } from './stand-ins/obedient-thread.js';
import { type ThreadSetup } from './thread-protocol.js';

const program = new URL('./stand-ins/obedient-thread.js', import.meta.url);
const order = (name: keyof typeof ORDERS, ...more: number[]) => Uint8Array.of(ORDERS[name], ...more);

async function withPool(options: { threads: number; taskTimeout?: number }, use: (pool: FacePool) => Promise<void>) {
  const pool = new FacePool({ ...options, setup: {} as ThreadSetup, program });
  try {
    await pool.warmUp();
    await use(pool);
  } finally {
    await pool.close();
  }
}

/** Tries again as long as it is told to: on a busy machine a new thread needs longer than one task may wait. */
async function heightInTheEnd(pool: FacePool, frame: Uint8Array): Promise<number> {
  for (let tries = 0; tries < 50; tries++) {
    const answer = await pool.analyse(frame, {}).catch((error: unknown) => {
      if (!(error instanceof UnavailableError)) throw error;
    });
    if (answer !== undefined) return answer.height;
  }
  return assert.fail('no new thread takes its place');
}

describe('FacePool', () => {
  it('leaves the caller its buffer, even when the frame is a part of a larger one', () =>
    withPool({ threads: 1 }, async (pool) => {
      const upload = Buffer.from([9, 9, ORDERS.answer, 7, 9]);
      const { width, height } = await pool.analyse(upload.subarray(2, 4), {});
      assert.deepEqual([width, height], [2, 7], 'the thread gets the part only');
      assert.deepEqual([...upload], [9, 9, ORDERS.answer, 7, 9]);
    }));

  it('passes a refusal on as itself', () =>
    withPool({ threads: 1 }, async (pool) => {
      await assert.rejects(pool.analyse(order('refuse'), {}), (error) => {
        assert.ok(error instanceof FrameRefusedError);
        assert.equal(error.reason, 'ANIMATED');
        return true;
      });
    }));

  it('passes a fault of the thread on as it is: trying again would not help', () =>
    withPool({ threads: 1 }, async (pool) => {
      await assert.rejects(pool.analyse(order('fail'), {}), { name: 'RangeError', message: 'out of tune' });
    }));

  it('says so when a thread dies, and goes on with a new one', () =>
    withPool({ threads: 1 }, async (pool) => {
      await assert.rejects(pool.analyse(order('die'), {}), UnavailableError);
      assert.equal((await pool.analyse(order('answer', 5), {})).height, 5);
    }));

  it('ends a thread that hangs, and goes on with a new one', () =>
    withPool({ threads: 1, taskTimeout: 300 }, async (pool) => {
      await assert.rejects(pool.analyse(order('hang'), {}), UnavailableError);
      assert.equal(await heightInTheEnd(pool, order('answer', 6)), 6);
    }));

  it('lets 32 frames wait for each thread and turns the next one away', () =>
    withPool({ threads: 2 }, async (pool) => {
      const accepted = Array.from({ length: 66 }, () => pool.analyse(order('dawdle'), {}));
      await assert.rejects(pool.analyse(order('answer'), {}), UnavailableError);
      await accepted[0];
      assert.equal((await pool.analyse(order('answer', 8), {})).height, 8, 'a place is free again');
      await Promise.all(accepted);
    }));

  it('finishes what is under way when it is closed, and takes no more', async () => {
    const pool = new FacePool({ threads: 1, setup: {} as ThreadSetup, program });
    const underWay = [1, 2, 3].map((mark) => pool.analyse(order('dawdle', mark), {}));
    const closing = pool.close();
    await assert.rejects(pool.analyse(order('answer'), {}), UnavailableError);
    assert.deepEqual(
      (await Promise.all(underWay)).map(({ height }) => height),
      [1, 2, 3],
    );
    await closing;
  });
});
