import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { until } from '../../../test/support/until.js';
import { UnavailableError } from '../../common/errors/domain-error.js';
import { type Fault, FaultKind, FaultPoint } from './fault.js';
import { FaultSwitch } from './fault-switch.js';
import { guardWithFaults } from './faulty-guard.js';

const away: Fault = { point: FaultPoint.QUEUE, kind: FaultKind.ERROR, rate: 1, milliseconds: 0 };

function switchWith(...faults: (Fault & { remaining?: number })[]): FaultSwitch {
  const made = new FaultSwitch();
  made.set(faults.map((fault) => ({ remaining: 60_000, ...fault })));
  return made;
}

describe('injected faults', () => {
  it('strike where they are, and nowhere else', async () => {
    const faults = switchWith(away);
    await assert.rejects(faults.strike(FaultPoint.QUEUE), { code: 'ECONNRESET' });
    await faults.strike(FaultPoint.CAPTURES);
    assert.equal(faults.struckAt(FaultPoint.QUEUE), 1);
    assert.equal(faults.struckAt(FaultPoint.CAPTURES), 0);
  });

  it('strike the share of calls that they are to', async () => {
    const faults = switchWith({ ...away, rate: 0.3 });
    const calls = Array.from({ length: 2_000 }, () =>
      faults.strike(FaultPoint.QUEUE).then(
        () => 0,
        () => 1,
      ),
    );
    const struck = (await Promise.all(calls)).reduce<number>((sum, one) => sum + one, 0);
    assert.ok(struck > 450 && struck < 750, `${struck} of 2000`);
  });

  it('are late, and then go on; or give no answer', async () => {
    const late = switchWith({ ...away, kind: FaultKind.LATENCY, milliseconds: 30 });
    const started = performance.now();
    await late.strike(FaultPoint.QUEUE);
    assert.ok(performance.now() - started >= 25);
    const silent = switchWith({ ...away, kind: FaultKind.TIMEOUT, milliseconds: 10 });
    await assert.rejects(silent.strike(FaultPoint.QUEUE), { code: 'ETIMEDOUT' });
  });

  it('end by themselves, when nobody tells them to', async () => {
    const faults = switchWith({ ...away, remaining: 1_000 });
    await assert.rejects(faults.strike(FaultPoint.QUEUE));
    await until(() => Promise.resolve(faults.at(FaultPoint.QUEUE) === undefined));
    await faults.strike(FaultPoint.QUEUE);
  });

  it('spare who looks after them', async () => {
    const faults = switchWith(away);
    await faults.spare(() => faults.strike(FaultPoint.QUEUE));
  });

  it('are seen by the breaker, as the real ones are', async () => {
    const guard = guardWithFaults('queue', switchWith(away));
    for (let call = 0; call < 3; call++)
      await assert.rejects(
        guard.run(() => Promise.resolve()),
        /was injected here/,
      );
    await assert.rejects(
      guard.run(() => Promise.resolve()),
      UnavailableError,
    );
    assert.equal(guard.state, 'open');
  });
});
