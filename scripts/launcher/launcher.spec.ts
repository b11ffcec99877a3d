import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, afterEach, before, describe, it } from 'node:test';
import { freePort } from '../support/ports.js';
import { startPostgres } from '../support/postgres.js';
import { runningPostmaster, stopPostmaster } from '../support/postmaster.js';
import { startOf } from '../support/processes.js';
import { makeScratch, removeScratch } from '../support/scratch.js';
import { LauncherSession } from './stand-ins/session.js';

describe('the launcher', { concurrency: false, timeout: 120_000 }, () => {
  let dataDir: string;
  const sessions: LauncherSession[] = [];
  const launch = (settings?: Record<string, string>) => {
    const session = LauncherSession.start(dataDir, settings);
    sessions.push(session);
    return session;
  };
  const stopped = async (session: LauncherSession, signal: NodeJS.Signals = 'SIGINT') => {
    session.signal(signal);
    return session.ended;
  };
  const postgres = () => runningPostmaster(path.join(dataDir, 'postgres'));

  before(async () => {
    dataDir = await makeScratch('launcher-spec');
  });
  afterEach(async () => {
    for (const session of sessions.splice(0)) await stopped(session);
  });
  after(async () => {
    const orphan = await postgres();
    if (orphan !== undefined) await stopPostmaster(orphan.pid);
    await removeScratch(dataDir);
  });

  it('starts everything, shows the first sign-in once and keeps the data over a restart', async () => {
    const first = launch();
    const [api] = await first.answers();
    assert.equal(api?.rows, 1);
    assert.match(first.output, /admin@presente\.local\n +password +shown once/);
    assert.match(first.output, /on PostgreSQL \(REDIS_URL is not set\)/);
    await stopped(first);

    const second = launch();
    assert.equal((await second.answers())[0]?.rows, 2);
    assert.doesNotMatch(second.output, /password/);
  });

  it('leaves no process behind after Ctrl-C', async () => {
    const session = launch();
    const pids = (await session.answers()).map(({ pid }) => pid);
    const database = await postgres();
    assert.ok(database);
    assert.equal(await stopped(session), 0);
    assert.deepEqual([...pids, database.pid].map(startOf), [undefined, undefined, undefined]);
  });

  it('ends at once on the second Ctrl-C what does not hear the first', async () => {
    const session = launch({ STAND_IN_IS_DEAF: 'yes' });
    const pids = (await session.answers()).map(({ pid }) => pid);
    session.signal('SIGINT');
    await session.prints('Stopping');
    assert.equal(await stopped(session), 130);
    assert.deepEqual([...pids.map(startOf), await postgres()], [undefined, undefined, undefined]);
  });

  it('stops on SIGTERM while it is still starting', async () => {
    const session = launch();
    await session.prints('Presente starts');
    await sleep(100);
    assert.equal(await stopped(session, 'SIGTERM'), 0);
    assert.equal(await postgres(), undefined);
  });

  it('stops when npm, which started it, is ended', async () => {
    const session = LauncherSession.startByNpm(dataDir);
    const pids = (await session.answers()).map(({ pid }) => pid);
    await stopped(session, 'SIGTERM');
    assert.match(session.output, /Presente has stopped/);
    assert.deepEqual([...pids.map(startOf), await postgres()], [undefined, undefined, undefined]);
  });

  it('starts again after kill -9, with the data there and the old processes gone', async () => {
    // Below those that the system gives to whoever asks for any, and could while nothing runs here.
    const ports = { PORT: String(await freePort(21_000)), WORKER_PORT: String(await freePort(22_000)) };
    const killed = launch(ports);
    const before = await killed.answers();
    const orphan = await postgres();
    assert.ok(orphan);
    assert.equal(await stopped(killed, 'SIGKILL'), null);
    assert.ok(startOf(orphan.pid), 'PostgreSQL must have survived, or this test shows nothing');

    const next = launch(ports);
    const [api] = await next.answers();
    assert.equal(api?.rows, (before[0]?.rows ?? Number.NaN) + 1);
    assert.deepEqual([orphan.pid, ...before.map(({ pid }) => pid)].map(startOf), [undefined, undefined, undefined]);
  });

  it('is not blocked by pid files whose numbers other programs have now', async () => {
    const before = launch();
    await before.answers();
    await stopped(before);
    await writeFile(path.join(dataDir, 'launcher.pid'), JSON.stringify({ pid: process.pid, start: 'another time' }));
    await writeFile(
      path.join(dataDir, 'postgres/postmaster.pid'),
      `${process.pid}\n${dataDir}/postgres\n1\n54320\n\n\n\nready\n`,
    );
    await launch().answers();
  });

  it('refuses to run twice on the same data', async () => {
    const first = launch();
    await first.answers();
    const second = launch();
    assert.equal(await second.ended, 1);
    assert.match(second.output, /already running on .*launcher-spec.* \(process \d+\)/);
    await first.answers();
  });

  it('names the variable to set when a port is taken', async (test) => {
    const other = createServer().listen(0, '127.0.0.1');
    test.after(() => other.close());
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const session = launch({ WORKER_PORT: String(port) });
    assert.equal(await session.ended, 1);
    assert.match(session.output, new RegExp(`Port ${port} .* is used[^]*Set WORKER_PORT`));
  });

  it('names what is wrong in the settings, and starts nothing', async () => {
    const session = launch({ LOG_LEVEL: 'loud', PORT: 'x' });
    assert.equal(await session.ended, 1);
    assert.match(session.output, /LOG_LEVEL[^]*PORT/);
    assert.equal(await postgres(), undefined);
  });

  it('uses the database that it is given, and starts none', async () => {
    const given = await startPostgres({ ephemeral: true });
    const session = launch({ DATABASE_URL: given.url });
    assert.equal((await session.answers())[0]?.rows, 1);
    assert.equal(await postgres(), undefined);
    await stopped(session);
    assert.ok(startOf(given.pid), 'and it is not ours to end');
    await given.stop();
  });

  it('starts a dead API again', async () => {
    const session = launch();
    const url = await session.prints(/Health +(\S+)\/health/);
    await fetch(`${url}/crash`).catch(() => undefined);
    await session.prints(/The API ended \(exit code 9\); starting it again in 0.5 s[^]*api: WARN stand-in/);
    for (let tries = 0; tries < 50 && !(await fetch(url).catch(() => undefined)); tries++) await sleep(100);
    assert.equal((await fetch(url)).status, 200);
  });

  it('starts a dead PostgreSQL again where its clients know it', async () => {
    const session = launch();
    const url = await session.prints(/Health +(\S+)/);
    const killed = await postgres();
    assert.ok(killed);
    process.kill(killed.pid, 'SIGKILL');
    await session.prints(/PostgreSQL ended/);
    let revived = await postgres();
    for (let tries = 0; tries < 100 && !revived?.ready; tries++) {
      await sleep(100);
      revived = await postgres();
    }
    assert.deepEqual({ ready: revived?.ready, port: revived?.port }, { ready: true, port: killed.port });
    assert.equal((await fetch(url)).status, 200);
  });
});
