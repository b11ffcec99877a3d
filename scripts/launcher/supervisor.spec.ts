import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Running, Supervisor } from './supervisor.js';

type Ending = Awaited<Running['ended']>;

/** A service whose starts the test counts and whose ends it makes. */
class Puppet {
  readonly name = 'The puppet';
  readonly logFile = 'puppet.log';
  starts = 0;
  private end: (ending: Ending) => void = () => undefined;
  private started = Promise.withResolvers<undefined>();

  start = (): Promise<Running> => {
    const { promise, resolve } = Promise.withResolvers<Ending>();
    this.starts++;
    this.end = resolve;
    this.started.resolve(undefined);
    const stop = () => {
      resolve({ how: 'asked' });
      return promise.then(() => undefined);
    };
    return Promise.resolve({ ended: promise, stop, kill: () => undefined });
  };

  /** Ends it, and waits until it was started again. */
  async dieAndReturn(): Promise<void> {
    this.started = Promise.withResolvers();
    this.die();
    await this.started.promise;
  }

  die(ending: Ending = { how: 'exit code 1' }): void {
    this.end(ending);
  }
}

describe('Supervisor', () => {
  const setUp = (well = 60_000) => {
    const puppet = new Puppet();
    const reports: string[] = [];
    const supervisor = new Supervisor(puppet, (line) => reports.push(line), { firstPause: 10, deaths: 3, well });
    return { puppet, reports, supervisor };
  };

  it('starts a dead service again, more slowly each time, and gives it up after too many deaths', async () => {
    const { puppet, reports, supervisor } = setUp();
    await supervisor.start();
    await puppet.dieAndReturn();
    await puppet.dieAndReturn();
    puppet.die();
    await assert.rejects(supervisor.failed, /The puppet ended 3 times in a row \(exit code 1\).*puppet\.log/);
    assert.equal(puppet.starts, 3);
    assert.deepEqual(
      reports.map((line) => /again in (.*) s$/.exec(line)?.[1]),
      ['0.01', '0.02'],
    );
  });

  it('gives up at once when starting again cannot help', async () => {
    const { puppet, supervisor } = setUp();
    await supervisor.start();
    puppet.die({ how: 'exit code 78', hopeless: true });
    await assert.rejects(supervisor.failed, /The puppet ended \(exit code 78\)/);
    assert.equal(puppet.starts, 1);
  });

  it('forgives a service that ran well in between', async () => {
    const { puppet, supervisor } = setUp(0);
    await supervisor.start();
    for (let deaths = 0; deaths < 6; deaths++) await puppet.dieAndReturn();
    assert.equal(puppet.starts, 7);
    await supervisor.stop();
  });

  it('does not start again what it stopped', async () => {
    const { puppet, reports, supervisor } = setUp();
    await supervisor.start();
    await supervisor.stop();
    assert.equal(puppet.starts, 1);
    assert.deepEqual(reports, []);
  });
});
