import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import { type AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { Sheds } from '../resilience/sheds.js';
import { LoadShedder } from './load-shedder.js';

describe('LoadShedder', () => {
  const sheds = new Sheds();
  const pressure = { isHigh: false };
  const waiting: http.ServerResponse[] = [];
  let server: http.Server;
  let url: string;
  before(async () => {
    const shedder = new LoadShedder(2, sheds, pressure);
    server = http.createServer((request, response) => {
      shedder.middleware(request, response, () => {
        if (request.method === 'POST') waiting.push(response);
        else response.end('well');
      });
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  const post = (path: string) => fetch(`${url}${path}`, { method: 'POST', body: '{}' });
  const until = async (count: number): Promise<void> => {
    while (waiting.length < count) await new Promise(setImmediate);
  };

  it('turns away what is more than it may have in hand, in the words of each address', async () => {
    const inHand = [post('/graphql'), post('/captures')];
    await until(2);
    const [graphql, captures] = await Promise.all([post('/graphql'), post('/captures')]);
    for (const answer of [graphql, captures]) {
      assert.equal(answer.status, 503);
      assert.match(answer.headers.get('retry-after') ?? '', /^[1-4]$/);
    }
    const retryAfterSeconds = Number(graphql.headers.get('retry-after'));
    const { errors } = (await graphql.json()) as { errors: { extensions: object }[] };
    assert.partialDeepStrictEqual(errors[0]?.extensions, { code: 'UNAVAILABLE', retryAfterSeconds });
    assert.partialDeepStrictEqual(await captures.json(), { code: 'UNAVAILABLE' });
    assert.equal(sheds.of('requests'), 2);
    assert.equal(
      await (await fetch(`${url}/health/ready`)).text(),
      'well',
      'health is answered whatever there is to do',
    );

    for (const response of waiting.splice(0)) response.end('done');
    await Promise.all(inHand);
  });

  it('turns away who comes anew while those in hand wait for each other, and takes the frames of who was let in', async () => {
    pressure.isHigh = true;
    assert.equal((await post('/graphql')).status, 503);
    const sending = post('/captures');
    await until(1);
    pressure.isHigh = false;
    const coming = post('/graphql');
    await until(2);
    for (const response of waiting.splice(0)) response.end('done');
    assert.deepEqual(
      (await Promise.all([sending, coming])).map(({ status }) => status),
      [200, 200],
    );
  });

  it('has room again when answers have left, or their clients', async () => {
    const gone = new AbortController();
    const abandoned = fetch(`${url}/graphql`, { method: 'POST', body: '{}', signal: gone.signal }).catch(
      () => undefined,
    );
    const kept = post('/graphql');
    await until(2);
    gone.abort();
    await abandoned;
    // The server hears of it a moment later.
    let next: Response;
    do next = await Promise.race([post('/graphql'), until(3).then(() => new Response(null, { status: 200 }))]);
    while (next.status === 503);
    for (const response of waiting.splice(0)) response.end('done');
    await kept;
  });
});
