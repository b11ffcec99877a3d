import assert from 'node:assert/strict';
import { once } from 'node:events';
import { chmod, mkdir } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { freePort } from '../../support/ports.js';
import { makeScratch, removeScratch } from '../../support/scratch.js';
import { checkDataFolder } from './data-folder.js';
import { checkPorts } from './ports.js';

describe('checkPorts', () => {
  const server = createServer();
  let taken: number;
  before(async () => {
    await once(server.listen(0, '127.0.0.1'), 'listening');
    taken = (server.address() as AddressInfo).port;
  });
  after(() => server.close());
  const statuses = async (PORT: number, WORKER_PORT: number, running = false) =>
    (await checkPorts({ HOST: '127.0.0.1', PORT, WORKER_PORT }, running)).map(({ status }) => status);

  it('tells a free port from a taken one', async () => {
    assert.deepEqual(await statuses(await freePort(), taken), ['ok', 'failure']);
  });
  it('takes nothing amiss while Presente itself runs', async () => {
    assert.deepEqual(await statuses(taken, 0, true), ['ok', 'ok']);
  });
  it('wants two different ones', async () => {
    assert.deepEqual(await statuses(4000, 4000), ['failure']);
  });
});

describe('checkDataFolder', () => {
  let scratch: string;
  let dataDir: string;
  before(async () => {
    scratch = await makeScratch('doctor-spec');
    dataDir = path.join(scratch, 'data');
  });
  after(() => removeScratch(scratch));
  const found = (user?: { uid: number; gid: number }) =>
    checkDataFolder(dataDir, user)
      .map((finding) => `${finding.status}: ${finding.found}`)
      .join();
  const stranger = { uid: 65_534, gid: 65_534 };

  it('is content with one that the first start will make', () => {
    assert.match(found(), /^ok: .* is made by the first start$/);
  });

  it('names the folder that the database may not pass', async () => {
    await mkdir(dataDir, { mode: 0o700 });
    assert.match(found(stranger), new RegExp(`^failure: .* may not pass ${dataDir}$`));
    await chmod(dataDir, 0o711);
    assert.match(found(stranger), /^ok/);
  });

  it('sees that the database belongs to somebody else', async () => {
    await mkdir(path.join(dataDir, 'postgres'));
    assert.match(found(), /^ok/);
    assert.match(
      found({ uid: 12_345, gid: 12_345 }),
      /^failure: .* belongs to user \d+, but PostgreSQL will run as 12345/,
    );
  });
});
