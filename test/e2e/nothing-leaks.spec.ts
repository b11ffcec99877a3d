import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Redis } from 'ioredis';
import { backends } from '../support/backends.js';
import { ApiClient } from '../../scripts/client/api-client.js';
import { upload } from '../../scripts/client/upload.js';
import { Desk } from '../../scripts/client/desk.js';
import { frames, type Frames } from '../support/frames.js';
import { createDatabase, type TestDatabase } from '../support/servers.js';
import { startStack, type Stack } from '../support/stack.js';

const NAME = 'Zenobia Quesada Incógnita';
const GUARDIAN = { name: 'Hermenegilda Quesada', relation: 'MOTHER' };
const REFERENCE = 'IMPRESO-77-B';

for (const { name, redisUrl, skip } of backends) {
  describe(`nothing leaks, ${name}`, { skip }, () => {
    let database: TestDatabase;
    let stack: Stack;
    let faces: Frames;

    before(async () => {
      [database, faces] = await Promise.all([createDatabase(), frames()]);
      stack = await startStack({ databaseUrl: database.url, redisUrl, settings: { LOG_LEVEL: 'trace' } });
    });
    after(async () => {
      await stack.stop();
      await database.drop();
    });

    it('into logs, metrics, rows, job payloads, errors or Redis', async () => {
      const client = await ApiClient.signIn(stack.api.url, stack.admin);
      const desk = new Desk(client);
      const checkpointId = await desk.checkpoint();
      const { personId, card } = await desk.enrol(faces.genuine, NAME, {
        needsGuardian: true,
        guardian: GUARDIAN,
        reference: REFERENCE,
      });
      await desk.validate(checkpointId, card, [faces.probe]);
      stack.worker.kill('SIGSTOP');
      const { capture } = await desk.open(checkpointId, card);
      await upload(stack.api.url, capture.token, [faces.probe]);

      const places: Record<string, string> = {
        'API log': stack.api.log.join('\n'),
        'worker log': stack.worker.log.join('\n'),
        'API metrics': await (await fetch(`${stack.api.url}/metrics`)).text(),
        'database dump': await dump(database),
        Redis: redisUrl === undefined ? '' : await dumpRedis(redisUrl, stack.environment['QUEUE_PREFIX'] ?? ''),
      };
      stack.worker.kill('SIGCONT');
      places['worker metrics'] = await (await fetch(`${stack.worker.url}/metrics`)).text();
      const { externalId } = (
        await client.ask<{ person: { externalId: string } }>(`{ person(id: "${personId}") { externalId } }`)
      ).person;

      const secrets: Record<string, string> = {
        "the person's name": NAME,
        'their external id': externalId,
        'the name of their guardian': GUARDIAN.name,
        'the number of the form that they signed': REFERENCE,
        'the card': card,
        'its signature': card.split('.')[2] ?? '',
        'the access token': client.token ?? '',
        'the capture ticket': capture.token,
        'the password': stack.admin.password,
        'bytes of a frame': faces.probe.subarray(1_000, 1_012).toString('hex'),
        'a frame in base64': faces.probe.subarray(0, 300).toString('base64').slice(0, 60),
        'the key-encryption key': stack.environment['KEY_ENCRYPTION_KEY'] ?? '',
        'a signing key': stack.environment['CREDENTIAL_KEY'] ?? '',
      };
      for (const [place, text] of Object.entries(places)) {
        for (const [what, secret] of Object.entries(secrets)) {
          assert.ok(secret.length > 5);
          assert.equal(text.includes(secret), false, `${what} in ${place}`);
        }
      }
      const labels = `${places['API metrics'] ?? ''}${places['worker metrics']}`;
      assert.doesNotMatch(labels, /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/, 'an id as a metric label');
      assert.doesNotMatch(places['worker log'] ?? '', /score/i);
    });
  });
}

/** Every row of every table as text; bytes as hex. */
async function dump(database: TestDatabase): Promise<string> {
  const tables = await database.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'bullmq')`,
  );
  assert.ok(tables.length > 8);
  const rows = await Promise.all(
    tables.map(({ name }) => database.query<{ row: string }>(`SELECT t::text AS row FROM ${name} AS t`)),
  );
  return rows
    .flat()
    .map(({ row }) => row)
    .join('\n');
}

/** Every key and value of this stack, as it travels, and as hex. */
async function dumpRedis(url: string, prefix: string): Promise<string> {
  const redis = new Redis(url);
  const keys = await redis.keys(`${prefix}*`);
  assert.ok(keys.length > 0);
  const values = await Promise.all(keys.map((key) => redis.dumpBuffer(key)));
  await redis.quit();
  return [...keys, ...values.flatMap((value) => [value.toString('latin1'), value.toString('hex')])].join('\n');
}
