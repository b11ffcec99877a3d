import assert from 'node:assert/strict';
import { once } from 'node:events';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, before, beforeEach, describe, it } from 'node:test';
import { Proxy } from './proxy.js';

describe('Proxy', () => {
  let server: net.Server;
  let proxy: Proxy;
  let client: net.Socket;
  let heard: string;

  before(async () => {
    server = net.createServer((socket) => socket.on('error', () => undefined).pipe(socket));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    proxy = await Proxy.open((server.address() as net.AddressInfo).port);
  });
  beforeEach(async () => {
    const { port, hostname } = new URL(proxy.by('redis://127.0.0.1:1'));
    client = net.connect(Number(port), hostname).setEncoding('utf8');
    client.on('error', () => undefined).on('data', (text: string) => (heard += text));
    heard = '';
    assert.equal(await echoOf('a'), 'a');
  });
  after(() => {
    proxy.close();
    server.close();
  });

  async function echoOf(text: string, milliseconds = 5_000): Promise<string> {
    const deadline = performance.now() + milliseconds;
    heard = '';
    client.write(text);
    while (heard === '' && performance.now() < deadline) await sleep(5);
    return heard;
  }

  it('lets nothing through while it is cut, and tells nobody; what was on the way arrives late', async () => {
    proxy.cut();
    assert.equal(await echoOf('b', 300), '');
    assert.equal(client.destroyed, false);
    proxy.clear();
    while (heard === '') await sleep(5);
    assert.equal(heard, 'b');
  });

  it('is as slow as it is told, each way', async () => {
    proxy.slow(100);
    const start = performance.now();
    assert.equal(await echoOf('b'), 'b');
    assert.ok(performance.now() - start >= 195);
    proxy.clear();
  });

  it('resets connections', async () => {
    const failed = once(client, 'error');
    proxy.reset();
    assert.deepEqual(
      (await failed).map(({ code }: NodeJS.ErrnoException) => code),
      ['ECONNRESET'],
    );
  });

  it('takes the server away at once, and tells the client later', async () => {
    const [closed, start] = [once(client, 'close'), performance.now()];
    proxy.lose(200);
    assert.equal(await echoOf('b', 100), '');
    await closed;
    assert.ok(performance.now() - start >= 195);
  });
});
