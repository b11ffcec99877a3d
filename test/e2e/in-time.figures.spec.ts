import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { ApiClient } from '../../scripts/client/api-client.js';
import { upload } from '../../scripts/client/upload.js';
import { backends } from '../support/backends.js';
import { followAttempt } from '../support/followed.js';
import { withoutPostgres } from '../support/servers.js';
import { type RunningProcess, startApi } from '../support/stack.js';
import { openTwoDoors, type TwoDoors } from '../support/two-doors.js';
import { addUser } from '../support/users.js';

const PASSWORD = 'purple monkey dishwasher';

async function requireWithin(milliseconds: number, work: () => Promise<unknown>): Promise<void> {
  const started = performance.now();
  await work();
  const took = performance.now() - started;
  assert.ok(took < milliseconds, `${took.toFixed(0)} ms`);
}

for (const { name, redisUrl, skip } of backends) {
  describe(`gone within a second, ${name}`, { skip }, () => {
    let doors: TwoDoors;
    before(async () => {
      doors = await openTwoDoors(redisUrl);
    });
    after(() => doors.close());

    const endings: Record<string, (personId: string) => Promise<unknown>> = {
      'an erasure': (personId) => doors.desk.erase(personId),
      'a withdrawal': (personId) => doors.desk.withdraw(personId),
    };
    for (const [what, end] of Object.entries(endings)) {
      it(`are template and key by ${what}, also while something is under way`, async () => {
        const { database, desk, faces, north, stack } = doors;
        const { personId, card } = await desk.enrol(faces.genuine);
        const { capture } = await desk.open(north, card);
        stack.worker.kill('SIGSTOP');
        await desk.send(capture.token, [faces.probe]);
        await requireWithin(1_000, async () => {
          await end(personId);
          const left = await database.query(
            `SELECT 1 FROM templates WHERE person_id = $1 UNION ALL
             SELECT 1 FROM data_keys JOIN consents ON subject_id = consents.id WHERE person_id = $1`,
            [personId],
          );
          assert.deepEqual(left, []);
        });
        stack.worker.kill('SIGCONT');
      });
    }
  });
}

describe('done in time', { skip: withoutPostgres }, () => {
  let doors: TwoDoors;
  let second: RunningProcess;
  before(async () => {
    doors = await openTwoDoors();
    second = await startApi(doors.stack.environment);
  });
  after(async () => {
    second.kill('SIGTERM');
    await second.ended;
    await doors.close();
  });

  const operator = async () => {
    const user = await addUser(doors.admin, 'OPERATOR', PASSWORD);
    return { id: user.id, client: await ApiClient.signIn(doors.url, user) };
  };

  const byKiosk = async (url: string) => {
    const kiosk = await doors.paired();
    const { attempt } = await kiosk.open(doors.card);
    const followed = await followAttempt(new ApiClient(url, (await kiosk.client()).token), attempt.id);
    return { followed, end: () => doors.desk.revokeDevice(kiosk.deviceId) };
  };
  const byUser = async (end: (user: { id: string; client: ApiClient }) => Promise<unknown>) => {
    const { attempt } = await doors.desk.open(doors.north, doors.card);
    const user = await operator();
    return { followed: await followAttempt(user.client, attempt.id), end: () => end(user) };
  };
  const followers: Record<string, () => ReturnType<typeof byUser>> = {
    'a kiosk that is revoked': () => byKiosk(doors.url),
    'a kiosk that is revoked through another API': () => byKiosk(second.url),
    'who signs out everywhere': () => byUser(({ client }) => client.ask('mutation { signOutEverywhere { sessions } }')),
    'who is disabled': () =>
      byUser(({ id }) =>
        doors.admin.ask('mutation ($id: ID!) { setUserDisabled(id: $id, disabled: true) { id } }', { id }),
      ),
    'who loses the role': () =>
      byUser(({ id }) =>
        doors.admin.ask('mutation ($input: SetUserRolesInput!) { setUserRoles(input: $input) { id } }', {
          input: { id, roles: ['SRE'] },
        }),
      ),
  };
  for (const [who, follow] of Object.entries(followers)) {
    it(`what ${who} follows ends within a second`, async () => {
      const { followed, end } = await follow();
      await requireWithin(1_000, async () => {
        await end();
        await followed.over;
      });
    });
  }

  it('500 persons are imported within two seconds', async () => {
    const rows = Array.from({ length: 500 }, (_, index) => ({
      externalId: `full-${index}`,
      displayName: `Persona ${index}`,
      kind: 'STUDENT',
    }));
    const input = { rows, dryRun: false, idempotencyKey: randomUUID() };
    await requireWithin(2_000, async () => {
      const { importPersons } = await doors.admin.ask<{ importPersons: { created: number } }>(
        'mutation ($input: ImportPersonsInput!) { importPersons(input: $input) { created } }',
        { input },
      );
      assert.equal(importPersons.created, 500);
    });
  });

  it('a person with 10,000 validations is exported within ten seconds', async () => {
    const { personId } = await doors.desk.enrol(doors.faces.genuine);
    await doors.database.query(
      `INSERT INTO validation_attempts (id, checkpoint_id, person_id, state, reason, opened_by, correlation_id, deadline_at, finished_at)
       SELECT gen_random_uuid(), $1, $2, 'REJECTED', 'FACE_MISMATCH', $1, 'test', now(), now() FROM generate_series(1, 10000)`,
      [doors.north, personId],
    );
    await requireWithin(10_000, () =>
      doors.admin.ask('mutation ($personId: ID!) { exportPerson(personId: $personId) { id document } }', { personId }),
    );
  });

  it('an upload that is refused is answered within five seconds, whatever comes behind', async () => {
    const big = Array.from({ length: 8 }, () => Buffer.alloc(390_000, 1));
    await requireWithin(5_000, () => upload(doors.url, 'nonsense', big).catch(() => undefined));
  });
});
