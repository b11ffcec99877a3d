import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { startOf } from './processes.js';
import { makeScratch, removeScratch, sweepScratch } from './scratch.js';

const support = (name: string) => JSON.stringify(path.join(import.meta.dirname, name));

describe('scratch folders', () => {
  it('of a living process are left alone', async () => {
    const dir = await makeScratch('scratch-spec');
    await sweepScratch();
    assert.ok(existsSync(dir));
    await removeScratch(dir);
  });

  it('of a process that ended without cleaning up are swept', async () => {
    const code = `import(${support('scratch.js')}).then(({ makeScratch }) => makeScratch('scratch-spec')).then((dir) => console.log(dir))`;
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', code]);
    assert.ok(existsSync(stdout.trim()));
    await sweepScratch();
    assert.equal(existsSync(stdout.trim()), false);
  });

  it('of a killed process are swept together with the database that still runs in them', async () => {
    const code = `import(${support('postgres.js')}).then(({ startPostgres }) => startPostgres({ ephemeral: true })).then((s) => console.log(s.pid))`;
    const owner = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
    const database = Number(await once(owner.stdout, 'data'));
    const gone = once(owner, 'exit');
    owner.kill('SIGKILL');
    await gone;
    assert.ok(startOf(database), 'the database must have survived, or this test shows nothing');
    await sweepScratch();
    assert.equal(startOf(database), undefined);
  });
});
