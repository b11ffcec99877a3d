import assert from 'node:assert/strict';
import { chmod, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { makeScratch, removeScratch } from './scratch.js';
import { blockedFolder } from './server-user.js';

describe('blockedFolder', () => {
  const stranger = { uid: 65_534, gid: 65_534 };
  let scratch: string;
  before(async () => {
    scratch = await makeScratch('server-user-spec');
    await mkdir(path.join(scratch, 'shut/inner'), { recursive: true });
  });
  after(() => removeScratch(scratch));

  it('names the first folder on the way that others may not pass', async () => {
    const inner = path.join(scratch, 'shut/inner');
    assert.equal(blockedFolder(inner, stranger), undefined);
    await chmod(path.join(scratch, 'shut'), 0o700);
    assert.equal(blockedFolder(inner, stranger), path.join(scratch, 'shut'));
  });

  it('lets the owner pass, and does not mind what is not there yet', async () => {
    await chmod(path.join(scratch, 'shut'), 0o700);
    const owner = { uid: process.getuid?.() ?? 0, gid: 65_534 };
    assert.equal(blockedFolder(path.join(scratch, 'shut/inner'), owner), undefined);
    assert.equal(blockedFolder(path.join(scratch, 'later/still'), stranger), undefined);
  });
});
