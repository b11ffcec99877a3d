import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { PassThrough, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Controller, Get, Module, Param, Post, Req } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import type { Request } from 'express';
import { Logger as NestPinoLogger } from 'nestjs-pino';
import { BadInputError, ForbiddenError, NotFoundError, UnavailableError } from '../../common/errors/domain-error.js';
import { LoggingModule } from '../logging/logging.module.js';
import { configureHttp } from './configure-http.js';

const ERRORS: Readonly<Record<string, unknown>> = {
  input: new BadInputError('No good.', { reason: 'NO_FRAMES' }),
  frame: new BadInputError('Too large.', { reason: 'FRAME_TOO_LARGE' }),
  bytes: new BadInputError('Too large.', { reason: 'TOO_MANY_BYTES' }),
  role: new ForbiddenError(),
  gone: new NotFoundError('Person'),
  database: Object.assign(new Error('connect ECONNREFUSED 10.0.0.7:5432'), { code: 'ECONNREFUSED' }),
  queue: new UnavailableError('The queue', undefined, 7),
  bug: new TypeError('x.secretField is not a function'),
};

@Controller()
class Failing {
  @Get('fail/:how')
  fail(@Param('how') how: string): never {
    throw ERRORS[how];
  }

  @Post('refuse')
  refuse(): never {
    throw ERRORS['input'];
  }

  /** Reads a little, as an upload that finds something wrong in its first part. */
  @Post('refuse-midway')
  async refuseMidway(@Req() request: Request): Promise<void> {
    const parser = new Writable({
      write: (_chunk, _encoding, done) => {
        done(new Error('seen enough'));
      },
    });
    await pipeline(request, parser).catch(() => undefined);
    throw ERRORS['frame'];
  }
}

interface Answer {
  readonly code: string;
  readonly message: string;
  readonly details: Record<string, unknown>;
  readonly correlationId: string;
}

describe('errors over HTTP', () => {
  const log = new PassThrough();
  let app: NestExpressApplication;
  let port: number;

  before(async () => {
    @Module({ imports: [LoggingModule.forRoot({ LOG_LEVEL: 'debug' }, 'api', log)], controllers: [Failing] })
    class App {}
    app = await NestFactory.create<NestExpressApplication>(App, { bufferLogs: true });
    app.useLogger(app.get(NestPinoLogger));
    configureHttp(app, { SANDBOX: false, CORS_ORIGINS: [] });
    await app.listen(0, '127.0.0.1');
    port = (app.getHttpServer().address() as AddressInfo).port;
  });
  after(() => app.close());

  const ask = async (path: string, init?: RequestInit) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, init);
    return { response, text: await response.clone().text(), answer: (await response.json()) as Answer };
  };
  const logged = () => String((log.read() as Buffer | null) ?? '');

  const outcomes: [string, number, string][] = [
    ['input', 400, 'BAD_USER_INPUT'],
    ['frame', 413, 'BAD_USER_INPUT'],
    ['bytes', 413, 'BAD_USER_INPUT'],
    ['role', 403, 'FORBIDDEN'],
    ['gone', 404, 'NOT_FOUND'],
    ['database', 503, 'UNAVAILABLE'],
    ['queue', 503, 'UNAVAILABLE'],
    ['bug', 500, 'INTERNAL'],
  ];
  for (const [how, status, code] of outcomes) {
    it(`answers ${how} with ${status} ${code}`, async () => {
      const { response, answer } = await ask(`/fail/${how}`);
      assert.equal(response.status, status);
      assert.equal(answer.code, code);
      assert.deepEqual(Object.keys(answer).sort(), ['code', 'correlationId', 'details', 'message']);
      assert.equal(answer.correlationId, response.headers.get('x-correlation-id'));
    });
  }

  it('says when to try again', async () => {
    const { response, answer } = await ask('/fail/queue');
    assert.equal(response.headers.get('retry-after'), '7');
    assert.equal(answer.details['retryAfterSeconds'], 7);
  });

  it('shows neither stack nor message of what it did not expect, and logs both', async () => {
    logged();
    const bug = await ask('/fail/bug');
    const database = await ask('/fail/database');
    assert.doesNotMatch(bug.text + database.text, /secretField|10\.0\.0\.7|\.ts|\.js/);
    await sleep(50);
    const error = logged()
      .split('\n')
      .find((line) => line.includes('request failed') && line.includes('"level":"error"'));
    assert.match(error ?? '', /secretField/);
    assert.match(error ?? '', /http-error\.filter\.spec/);
    assert.ok(error?.includes(bug.answer.correlationId));
  });

  const post = (body: string) => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const framework: [string, string, RequestInit, number, string][] = [
    ['an unknown route', '/nowhere?q=sesame', {}, 404, 'NOT_FOUND'],
    ['bad JSON', '/refuse', post('{"password": "sesame'), 400, 'BAD_USER_INPUT'],
    ['a body that is too large', '/refuse', post(JSON.stringify(['x'.repeat(300_000)])), 413, 'BAD_USER_INPUT'],
    ['a path that is no UTF-8', '/fail/%FF', {}, 400, 'BAD_USER_INPUT'],
  ];
  for (const [name, path, init, status, code] of framework) {
    it(`answers ${name} in the same form, repeating nothing`, async () => {
      const { response, answer, text } = await ask(path, init);
      assert.deepEqual([response.status, answer.code], [status, code]);
      assert.doesNotMatch(text, /sesame|nowhere/);
    });
  }

  for (const path of ['/refuse', '/refuse-midway']) {
    it(`answers ${path} while a large, slow body still comes in, and does not wait for its end`, async () => {
      const client = connect(port, '127.0.0.1');
      // Not `once` of node:events: that rejects on the reset, which is one of the two right ends.
      const closed = new Promise((resolve) => client.once('close', resolve));
      client.on('error', () => undefined); // cut off in the middle of sending, as it should be
      const answered = once(client, 'data');
      client.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: x/y\r\nContent-Length: 500000000\r\n\r\n`);
      const trickle = setInterval(() => client.write(Buffer.alloc(65_536)), 20);
      try {
        const [head] = (await answered) as [Buffer];
        assert.match(String(head), /^HTTP\/1\.1 4(00|13) /);
        // As much as a second's fifty trickles: where this process is slow, so are they.
        assert.ok(client.bytesWritten < 50 * 65_536, 'the answer waited for the body');
        await Promise.race([closed, sleep(5_000, undefined, { ref: false })]);
        assert.ok(client.closed, 'the connection stayed open');
      } finally {
        clearInterval(trickle);
        client.destroy();
      }
    });
  }
});
