import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { freePort, isPortFree, onFreePort, PortTakenError } from './ports.js';

describe('ports', () => {
  let other: Server;
  let taken: number;
  before(async () => {
    other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    taken = (other.address() as AddressInfo).port;
  });
  after(() => other.close());

  it('are seen to be free or taken', async () => {
    assert.equal(await isPortFree(taken), false);
    assert.equal(await isPortFree(await freePort()), true);
  });

  it('are looked for from the first one on', async () => {
    const found = await freePort(taken);
    assert.ok(found > taken && found <= taken + 100);
  });

  it('are tried anew when somebody was quicker, and only then', async () => {
    const tried: number[] = [];
    const start = (port: number) => {
      tried.push(port);
      return tried.length === 1 ? Promise.reject(new PortTakenError('taken')) : Promise.resolve(port);
    };
    assert.equal(await onFreePort(undefined, start), tried[1]);
    assert.equal(tried.length, 2);
    await assert.rejects(
      onFreePort(undefined, () => Promise.reject(new Error('something else'))),
      /something else/,
    );
  });
});
