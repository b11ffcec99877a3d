import assert from 'node:assert/strict';
import { type AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { after, before, describe, it } from 'node:test';
import { Controller, Get, Logger, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { Logger as NestPinoLogger } from 'nestjs-pino';
import { runInContext } from '../../common/context/request-context.js';
import { LoggingModule } from './logging.module.js';

const SECRET = 'sesame-0123456789';
const ID = 'client-chosen-id-1';

@Controller()
class Talkative {
  private readonly logger = new Logger(Talkative.name);

  @Get('work')
  work(): string {
    this.logger.warn({ queue: 'validation' }, 'queue is not reachable');
    return 'ok';
  }

  @Post('echo')
  echo(): string {
    return 'ok';
  }

  @Get('assets/kiosk.js')
  partOfPage(): string {
    return '';
  }

  @Get('health/live')
  live(): string {
    return 'ok';
  }
}

describe('logging', () => {
  const stream = new PassThrough();
  let app: NestExpressApplication;
  let url: string;

  before(async () => {
    @Module({ imports: [LoggingModule.forRoot({ LOG_LEVEL: 'debug' }, 'api', stream)], controllers: [Talkative] })
    class App {}
    app = await NestFactory.create<NestExpressApplication>(App, { bufferLogs: true });
    app.useLogger(app.get(NestPinoLogger));
    await app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
    linesSoFar();
  });
  after(() => app.close());

  /** What was written since the last call. */
  const linesSoFar = (): Record<string, unknown>[] =>
    String((stream.read() as Buffer | null) ?? '')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  const linesOf = async (path: string, init?: RequestInit): Promise<Record<string, unknown>[]> => {
    const response = await fetch(url + path, init);
    await response.text();
    await new Promise((resolve) => setTimeout(resolve, 50));
    return linesSoFar();
  };

  it('gives every line of a request the id that the client chose, and the client the same id', async () => {
    const response = await fetch(`${url}/work`, { headers: { 'x-correlation-id': ID } });
    assert.equal(response.headers.get('x-correlation-id'), ID);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const lines = linesSoFar();
    assert.deepEqual(
      lines.map(({ correlationId }) => correlationId),
      [ID, ID],
    );
    assert.deepEqual(
      lines.map(({ msg }) => msg),
      ['queue is not reachable', 'request completed'],
    );
  });

  it('makes an id of its own when the client sends none or a forged one', async () => {
    for (const headers of [{}, { 'x-correlation-id': 'two words' }]) {
      const response = await fetch(`${url}/work`, { headers });
      assert.match(response.headers.get('x-correlation-id') ?? '', /^[0-9a-f-]{36}$/);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
    linesSoFar();
  });

  it('describes a request by method, path, status and time, without query, headers or body', async () => {
    const lines = await linesOf(`/echo?token=${SECRET}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${SECRET}`, cookie: `session=${SECRET}`, 'content-type': 'application/json' },
      body: JSON.stringify({ password: SECRET }),
    });
    assert.equal(lines.length, 1);
    const { method, path, status, milliseconds } = lines[0]!;
    assert.deepEqual([method, path, status, typeof milliseconds], ['POST', '/echo', 201, 'number']);
    assert.ok(!JSON.stringify(lines).includes(SECRET));
  });

  it('logs a request whose body the parser refuses, with its id', async () => {
    const lines = await linesOf('/echo', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-correlation-id': ID },
      body: '{',
    });
    const line = lines.find(({ path }) => path === '/echo');
    assert.deepEqual([line?.['status'], line?.['correlationId']], [400, ID]);
  });

  it('says nothing about health checks', async () => {
    assert.deepEqual(await linesOf('/health/live'), []);
  });

  it('says of the parts of a page to those alone who debug, unless one is missing', async () => {
    const levelOf = async (path: string) => (await linesOf(path)).map(({ level }) => level);
    assert.deepEqual(await levelOf('/assets/kiosk.js'), ['debug']);
    assert.deepEqual(await levelOf('/assets/gone.js'), ['info']);
  });

  it('carries the id of a job that runs in its context', () => {
    runInContext({ correlationId: ID }, () => {
      new Logger('Job').log({ job: 'validation.process' }, 'job ended');
    });
    const [line] = linesSoFar();
    assert.deepEqual([line?.['correlationId'], line?.['msg'], line?.['context']], [ID, 'job ended', 'Job']);
  });

  const hidden = {
    'top level': { password: SECRET, accessToken: SECRET, png: SECRET },
    'a request': { request: { headers: { authorization: SECRET, cookie: SECRET, 'set-cookie': [SECRET] } } },
    'an input': { args: { input: { credential: SECRET, secret: SECRET, svg: SECRET } } },
    'a list in a list': { result: { people: [{ templates: [{ embedding: [SECRET] }] }] } },
    frames: { capture: { frames: [SECRET], token: SECRET } },
  };
  for (const [name, fields] of Object.entries(hidden)) {
    it(`hides secrets in ${name}`, () => {
      new Logger('Spec').log({ ...fields, kept: 'visible' }, 'message');
      const [line] = linesSoFar();
      assert.equal(line?.['kept'], 'visible');
      assert.ok(JSON.stringify(line).includes('[hidden]'));
      assert.ok(!JSON.stringify(line).includes(SECRET), JSON.stringify(line));
    });
  }

  it('shows of bytes how many they are', () => {
    new Logger('Spec').log({ picture: Buffer.from(SECRET), nested: { view: new Float32Array(512) } }, 'message');
    const [line] = linesSoFar();
    assert.deepEqual([line?.['picture'], line?.['nested']], ['[17 bytes]', { view: '[2048 bytes]' }]);
  });

  it('survives an object that holds itself', () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    new Logger('Spec').log({ circle }, 'message');
    assert.equal(linesSoFar()[0]?.['msg'], 'message');
  });

  it('logs of an error its kind, message, stack, code and cause, and nothing that a driver hung on it', () => {
    const cause = Object.assign(new Error('duplicate key'), { code: '23505', detail: `Key (email)=(${SECRET})` });
    const error = Object.assign(new Error('query failed', { cause }), { parameters: [SECRET], driverError: cause });
    new Logger('Spec').error({ err: error }, 'operation failed');
    const [line] = linesSoFar();
    const { message, stack, cause: logged } = line?.['err'] as Record<string, unknown>;
    assert.equal(message, 'query failed');
    assert.match(String(stack), /logging\.spec/);
    assert.equal((logged as { code?: string }).code, '23505');
    assert.ok(!JSON.stringify(line).includes(SECRET));
  });
});
