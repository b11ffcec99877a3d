import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createDatabase, type TestDatabase, withoutPostgres } from '../support/servers.js';
import { startStack, type Stack } from '../support/stack.js';

const program = path.resolve(import.meta.dirname, '../../scripts/demo/main.js');

describe('the demo', { skip: withoutPostgres }, () => {
  let database: TestDatabase;
  let stack: Stack;
  let dir: string;

  before(async () => {
    database = await createDatabase();
    stack = await startStack({ databaseUrl: database.url });
    dir = await mkdtemp(path.join(os.tmpdir(), 'presente-report-'));
  });
  after(async () => {
    await stack.stop();
    await database.drop();
    await rm(dir, { recursive: true });
  });

  const run = (url: string, password: string, ...args: string[]) =>
    new Promise<{ code: number; output: string }>((resolve) => {
      const env = {
        PATH: process.env['PATH'],
        PRESENTE_DEMO_EMAIL: stack.admin.email,
        PRESENTE_DEMO_PASSWORD: password,
      };
      execFile(process.execPath, [program, '--url', url, ...args], { env }, (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr });
      });
    });

  it('ends as it must, twice on one server, and writes a page that needs no network', async () => {
    const first = await run(stack.api.url, stack.admin.password);
    assert.deepEqual([first.code, first.output.includes('✗')], [0, false], first.output);
    const second = await run(stack.api.url, stack.admin.password, '--report', dir);
    assert.equal(second.code, 0, second.output);

    const page = await readFile(path.join(dir, 'index.html'), 'utf8');
    const files = await readdir(dir);
    const shown = [...page.matchAll(/href="([^"]+)"/g)].map(([, file = '']) => file);
    assert.ok(shown.length >= 5);
    assert.deepEqual(
      shown.filter((file) => !files.includes(file)),
      [],
    );
    assert.doesNotMatch(page, /(src|href)="(https?:)?\/\//);
  });

  it('says in a sentence what keeps it from going on, and fails', async () => {
    const refused = await run(stack.api.url, 'not the password');
    assert.notEqual(refused.code, 0);
    assert.match(refused.output, /password is wrong/);
    const nobody = await run('http://127.0.0.1:9', stack.admin.password);
    assert.notEqual(nobody.code, 0);
    assert.match(nobody.output, /Nothing answers at http:\/\/127\.0\.0\.1:9/);
    assert.doesNotMatch(refused.output + nobody.output, /\n\s+at /);
  });
});
