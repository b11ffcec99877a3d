import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Readable } from 'node:stream';
import { describe, it } from 'node:test';

/** A whole process: an application on pino whose closing takes `closing`, and after its start `then`. */
const program = ({ closing = 'undefined', then = '', maxClosingMs = 25_000 }) => `
  import 'reflect-metadata';
  import { writeSync } from 'node:fs';
  import { setTimeout as sleep } from 'node:timers/promises';
  import { Module } from '@nestjs/common';
  import { NestFactory } from '@nestjs/core';
  import { Logger } from 'nestjs-pino';
  import { LoggingModule } from ${JSON.stringify(new URL('../logging/logging.module.js', import.meta.url))};
  import { runUntilToldToStop } from ${JSON.stringify(new URL('./lifecycle.js', import.meta.url))};

  class App {
    async onApplicationShutdown() {
      await ${closing};
      writeSync(2, 'closed in order\\n');
    }
  }
  Module({ imports: [LoggingModule.forRoot({ LOG_LEVEL: 'info' }, 'api')] })(App);
  const app = await NestFactory.create(App, { bufferLogs: true });
  app.useLogger(app.get(Logger));
  runUntilToldToStop(app, ${maxClosingMs});
  await app.listen(0, '127.0.0.1');
  writeSync(2, 'started\\n');
  ${then}`;

interface Ending {
  readonly code: number | null;
  readonly out: string;
  readonly errors: string;
}

/** Runs the program, does `act` once it has started, and waits for its end. */
async function run(source: string, act: (child: ChildProcess) => void = () => undefined): Promise<Ending> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', source], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const texts = { out: '', errors: '' };
  child.stdout?.on('data', (chunk: Buffer) => (texts.out += String(chunk)));
  const started = new Promise<void>((resolve) => {
    child.stderr?.on('data', (chunk: Buffer) => {
      texts.errors += String(chunk);
      if (texts.errors.includes('started')) resolve();
    });
  });
  // Not the child's own `close`: it never comes once we have disconnected.
  const closed = Promise.all([once(child, 'exit'), closing(child.stdout), closing(child.stderr)]);
  await Promise.race([started, closed]);
  act(child);
  const guard = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await closed;
  clearTimeout(guard);
  return { code: child.exitCode, ...texts };
}

const closing = async (stream: Readable | null) => stream !== null && once(stream, 'close');

describe('the life of a process', { timeout: 30_000 }, () => {
  const reasons: [string, (child: ChildProcess) => void][] = [
    ['SIGTERM', (child) => child.kill('SIGTERM')],
    ['SIGINT', (child) => child.kill('SIGINT')],
    [
      'the loss of its launcher',
      (child) => {
        child.disconnect();
      },
    ],
  ];
  for (const [name, act] of reasons) {
    it(`closes in order on ${name}`, async () => {
      const { code, out, errors } = await run(program({}), act);
      assert.equal(code, 0, errors);
      assert.match(errors, /closed in order/);
      assert.match(out, /"msg":"stopping"/);
    });
  }

  it('closes in order when the launcher is gone and nobody reads its log any more', async () => {
    const { code, errors } = await run(program({}), (child) => {
      child.stdout?.destroy();
      child.disconnect();
    });
    assert.equal(code, 0, errors);
    assert.match(errors, /closed in order/);
  });

  it('is not cut short by a second signal', async () => {
    const { code, errors } = await run(program({ closing: 'sleep(300)' }), (child) => {
      child.kill('SIGINT');
      setTimeout(() => child.kill('SIGTERM'), 100);
    });
    assert.equal(code, 0, errors);
    assert.match(errors, /closed in order/);
  });

  it('ends by force, saying so, when closing hangs', async () => {
    const { code, out, errors } = await run(program({ closing: 'sleep(60_000)', maxClosingMs: 200 }), (child) =>
      child.kill('SIGTERM'),
    );
    assert.equal(code, 1);
    assert.doesNotMatch(errors, /closed in order/);
    assert.match(out, /could not stop in time/);
  });

  const faults: [string, string, RegExp][] = [
    [
      'an error that nobody caught',
      `setTimeout(() => { throw new Error('lost') });`,
      /"level":"fatal".*"message":"lost"/,
    ],
    ['a rejection that nobody handled', `void Promise.reject(new Error('lost'));`, /"level":"fatal".*"message":"lost"/],
  ];
  it('ends on an error that nobody caught when nobody reads its log either', async () => {
    const then = `process.on('disconnect', () => { throw new Error('lost'); });`;
    const { code } = await run(program({ closing: 'sleep(5_000)', then }), (child) => {
      child.stdout?.destroy();
      child.disconnect();
    });
    assert.equal(code, 1);
  });

  for (const [name, then, line] of faults) {
    it(`logs ${name} and ends with code 1`, async () => {
      const { code, out } = await run(program({ then }));
      assert.equal(code, 1);
      assert.match(out, line);
      assert.match(out, new RegExp(`"msg":"${name}"`));
    });
  }
});
