import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import { ApiClient } from '../../scripts/client/api-client.js';
import { Desk } from '../../scripts/client/desk.js';
import { frames, type Frames } from '../support/frames.js';
import { runScript } from '../support/script.js';
import { createDatabase, type TestDatabase, withoutPostgres } from '../support/servers.js';
import { startStack, type Stack } from '../support/stack.js';
import { until } from '../support/until.js';

/** How long validations go on; a minute when somebody asks for it. */
const SECONDS = Number(process.env['ROTATION_SECONDS'] ?? 10);
const PERSONS = 300;
/** The consent of the one who is enrolled has a key of its own. */
const KEYS = PERSONS + 1;

describe('key rotation', { skip: withoutPostgres }, () => {
  const newKey = () => randomBytes(32).toString('base64');
  const [old, renewed] = [newKey(), newKey()] as const;
  let database: TestDatabase;
  let stack: Stack;
  let faces: Frames;
  let signIn: Stack['admin'];

  before(async () => {
    [database, faces] = await Promise.all([createDatabase(), frames()]);
    stack = await startStack({
      databaseUrl: database.url,
      settings: { KEY_ENCRYPTION_KEY: old, VALIDATIONS_PER_MINUTE: '10000' },
    });
    signIn = stack.admin;
  });
  after(async () => {
    await stack.stop();
    await database.drop();
  });

  const restart = async (keys: string) => {
    await stack.stop();
    stack = await startStack({
      databaseUrl: database.url,
      settings: { ...stack.environment, KEY_ENCRYPTION_KEY: keys },
    });
    return new Desk(await ApiClient.signIn(stack.api.url, signIn));
  };
  const rotate = (...args: string[]) => runScript('keys/main', args, stack.environment);
  const keks = () =>
    database.query<{ kek_id: string; count: number }>('SELECT kek_id, count(*)::int FROM data_keys GROUP BY kek_id');

  it('is not seen by validations and reads that go on meanwhile, and then the old key can go', async () => {
    let desk = new Desk(await ApiClient.signIn(stack.api.url, signIn));
    const { personId, card } = await desk.enrol(faces.genuine);
    const checkpointId = await desk.checkpoint();
    for (let made = 1; made < PERSONS; made += 20)
      await Promise.all(Array.from({ length: Math.min(20, PERSONS - made) }, () => desk.register()));

    desk = await restart(`${renewed},${old}`);
    const rehearsal = await rotate('--dry-run');
    assert.equal(rehearsal.code, 0, rehearsal.output);
    assert.equal((await keks()).length, 1, 'a dry run writes nothing');

    let over = false;
    const results: string[] = [];
    let reads = 0;
    const isEnough = () => over && results.length >= 3 && reads >= 3;
    const validating = (async () => {
      while (!isEnough()) results.push((await desk.validate(checkpointId, card, [faces.probe])).state);
    })();
    const reading = (async () => {
      for (; !isEnough(); reads++) {
        await desk.client.ask('{ persons(first: 100) { nodes { displayName } } }');
        await sleep(20);
      }
    })();
    await until(() => Promise.resolve(results.length > 0 && reads > 0), 30_000);
    const rotation = await rotate();
    await sleep(SECONDS * 1_000);
    over = true;
    await Promise.all([validating, reading]);

    assert.equal(rotation.code, 0, rotation.output);
    assert.match(rotation.output, new RegExp(`\\(current\\): ${KEYS} data keys`));
    assert.deepEqual(new Set(results), new Set(['ACCEPTED']));
    assert.equal((await keks()).length, 1);
    assert.deepEqual(
      await database.query(`SELECT outcome, details FROM audit_events WHERE action = 'KEYS_ROTATED'`),
      [{ outcome: 'SUCCESS', details: { rewrapped: String(KEYS), left: '0' } }],
      'the rehearsal is no rotation',
    );

    desk = await restart(renewed);
    assert.equal((await desk.validate(checkpointId, card, [faces.probe])).state, 'ACCEPTED');
    await desk.client.ask(
      `{ person(id: "${personId}") { displayName } persons(first: 100) { nodes { displayName } } }`,
    );
  });

  it('says which keys do not open, does the others, and ends with 1', async () => {
    const [first, second] = [newKey(), renewed] as const;
    await database.query(`UPDATE data_keys SET wrapped = wrapped || '\\x00' WHERE subject_id =
      (SELECT subject_id FROM data_keys ORDER BY subject_id DESC LIMIT 1)`);
    const settings = { ...stack.environment, KEY_ENCRYPTION_KEY: `${first},${second}` };
    const { code, output } = await runScript('keys/main', [], settings);
    assert.equal(code, 1);
    assert.match(output, /does not open: it was changed/);
    assert.deepEqual(
      (await keks()).map(({ count }) => count).toSorted((a, b) => a - b),
      [1, KEYS - 1],
    );
  });
});
