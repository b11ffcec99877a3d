import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { commandOf, endProcess, notedProcess, noteProcess, startOf } from './processes.js';
import { makeScratch, removeScratch } from './scratch.js';

describe('processes', () => {
  let scratch: string;
  before(async () => {
    scratch = await makeScratch('processes-spec');
  });
  after(() => removeScratch(scratch));

  const sleeper = async (code: string) => {
    const child = spawn(process.execPath, ['-e', `${code}; console.log('on'); setInterval(() => {}, 1000)`], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await once(child.stdout, 'data');
    return { child, pid: child.pid! };
  };

  it('knows a living process by its start and its command, and a dead one not at all', async () => {
    const { pid } = await sleeper('"a mark"');
    assert.ok(startOf(pid));
    assert.match(commandOf(pid) ?? '', /a mark/);
    await endProcess(pid, ['SIGTERM']);
    assert.deepEqual([startOf(pid), commandOf(pid)], [undefined, undefined]);
  });

  it('ends with force what does not hear the first signal', async () => {
    const { child, pid } = await sleeper('process.on("SIGTERM", () => {})');
    const ended = once(child, 'exit');
    await endProcess(pid, ['SIGTERM', 'SIGKILL'], 200);
    assert.deepEqual(await ended, [null, 'SIGKILL']);
  });

  it('does not take a later process with the same number for the noted one', async () => {
    const file = path.join(scratch, 'noted.pid');
    await noteProcess(file, process.pid);
    assert.equal(await notedProcess(file), process.pid);
    const noted = JSON.parse(await readFile(file, 'utf8')) as object;
    await writeFile(file, JSON.stringify({ ...noted, start: 'before' }));
    assert.equal(await notedProcess(file), undefined);
  });

  it('reads a missing or broken note as none', async () => {
    assert.equal(await notedProcess(path.join(scratch, 'missing')), undefined);
    await writeFile(path.join(scratch, 'broken'), '{"pid":');
    assert.equal(await notedProcess(path.join(scratch, 'broken')), undefined);
  });
});
