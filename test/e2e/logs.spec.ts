import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { Redis } from 'ioredis';
import { ApiClient } from '../../scripts/client/api-client.js';
import { Desk } from '../../scripts/client/desk.js';
import { postCapture } from '../../scripts/client/upload.js';
import { backends } from '../support/backends.js';
import { frames, type Frames } from '../support/frames.js';
import { createDatabase, type TestDatabase } from '../support/servers.js';
import { startStack, type Stack } from '../support/stack.js';
import { type SocketError } from '../support/socket.js';
import { addUser, type TestUser } from '../support/users.js';
import { untilSome } from '../support/until.js';

const PASSWORD = 'purple monkey dishwasher';
const NAME = 'Zenobia Quesada Incógnita';
const ARRIVES_MS = 15_000;

interface Line {
  readonly id: string;
  readonly at: string;
  readonly level: string;
  readonly service: string;
  readonly message: string;
  readonly correlationId: string | null;
  readonly operations: readonly string[];
  readonly details: readonly { readonly name: string; readonly value: string }[];
}

interface Batch {
  readonly logTail: { readonly lines: readonly Line[]; readonly reload: boolean };
}

const LINE = 'id at level service instance version context message correlationId operations details { name value }';
const TAIL = `subscription ($filter: LogFilter) { logTail(filter: $filter) { lines { ${LINE} } reload } }`;

async function linesOf(client: ApiClient, filter: object): Promise<Line[]> {
  const { logs } = await client.ask<{ logs: { nodes: Line[] } }>(
    `query ($filter: LogFilter) { logs(first: 100, filter: $filter) { nodes { ${LINE} } } }`,
    { filter },
  );
  return logs.nodes;
}

for (const { name, redisUrl, skip } of backends) {
  describe(`logs by the endpoint, ${name}`, { skip }, () => {
    let database: TestDatabase;
    let stack: Stack;
    let faces: Frames;
    let admin: ApiClient;
    let desk: Desk;
    let sreUser: TestUser;
    let sre: ApiClient;

    before(async () => {
      [database, faces] = await Promise.all([createDatabase(), frames()]);
      stack = await startStack({ databaseUrl: database.url, redisUrl, settings: { LOG_LEVEL: 'trace' } });
      admin = await ApiClient.signIn(stack.api.url, stack.admin);
      desk = new Desk(admin);
      sreUser = await addUser(admin, 'SRE', PASSWORD);
      sre = await ApiClient.signIn(stack.api.url, sreUser);
    });
    after(async () => {
      await stack.stop();
      await database.drop();
    });

    it('have one id from the request of a browser through the queue to the decision of a worker', async () => {
      const [checkpointId, { card }] = [await desk.checkpoint(), await desk.enrol(faces.genuine)];
      const correlationId = randomUUID();
      const browser = new Desk(new ApiClient(stack.api.url, admin.token, correlationId));
      const { state } = await browser.validate(checkpointId, card, [faces.probe]);
      assert.equal(state, 'ACCEPTED');
      // Each process hands its lines over in its own time.
      const wayOf = (found: readonly Line[]) =>
        found.map(({ service, operations }) => `${service} ${operations.join()}`);
      const way = ['API openValidation', 'API POST /captures', 'WORKER validation.process'];
      const lines = await untilSome(async () => {
        const found = await linesOf(sre, { correlationId });
        return way.every((step) => wayOf(found).includes(step)) && found;
      }, ARRIVES_MS);
      assert.ok(lines.every((line) => line.correlationId === correlationId));
      const worker = await linesOf(sre, { correlationId, service: 'WORKER', operation: 'validation.process' });
      assert.equal(worker.length, 1);
    });

    it('show neither secrets nor people nor faces, whatever goes wrong with them', async () => {
      const { url } = stack.api;
      const { personId, card } = await desk.enrol(faces.genuine, NAME);
      const { person } = await admin.ask<{ person: { externalId: string } }>(
        `{ person(id: "${personId}") { externalId } }`,
      );
      const opened = await desk.open(await desk.checkpoint(), card);
      const picture = faces.probe.toString('base64');
      await postCapture(url, opened.capture.token, picture);
      await desk.send(opened.capture.token, [faces.probe]);
      const post = (body: string) =>
        fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      await post(`{"password": "${PASSWORD}", "png": "${picture.slice(0, 3_000)}`);
      await admin.send('mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }', {
        input: { email: sreUser.email, password: PASSWORD, displayName: NAME },
      });
      // Faults of the database quote what they choke on.
      await database.query(`CREATE FUNCTION choke() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        RAISE EXCEPTION 'can not keep % of %', '${picture.slice(0, 1_000)}', '${card} ${sreUser.email}'; END $$`);
      await database.query('CREATE TRIGGER choke BEFORE INSERT ON checkpoints FOR EACH ROW EXECUTE FUNCTION choke()');
      await assert.rejects(desk.checkpoint(), { code: 'INTERNAL' });
      await database.query('DROP TRIGGER choke ON checkpoints');
      const [choked] = await untilSome(async () => {
        const found = await linesOf(sre, { levelAtLeast: 'ERROR', text: 'can not keep' });
        return found.length > 0 && found;
      }, ARRIVES_MS);
      assert.ok(choked?.details.some(({ name, value }) => name === 'err.message' && value.includes('can not keep')));

      const everything = JSON.stringify(await allLines(sre));
      const secrets: Record<string, string> = {
        "the person's name": NAME,
        'their external id': person.externalId,
        'an address': sreUser.email,
        'a password': PASSWORD,
        'the card': card,
        'its signature': card.split('.')[2] ?? '',
        'the capture ticket': opened.capture.token,
        'an access token': sre.token ?? '',
        'a picture': picture.slice(300, 340),
        'a key': stack.environment['CREDENTIAL_KEY'] ?? '',
      };
      for (const [what, secret] of Object.entries(secrets)) {
        assert.ok(secret.length > 5, what);
        assert.ok(!everything.includes(secret), what);
      }
      assert.doesNotMatch(everything, /"name":"[^"]*(score|embedding)[^"]*"/i);
    });

    it('come live to a follower, filtered, until their access ends', async () => {
      const colleague = await addUser(admin, 'SRE', PASSWORD);
      const client = await ApiClient.signIn(stack.api.url, colleague);
      const tail = client.follow<Batch>(TAIL, { filter: { operation: 'checkpoints' } });
      const next = async () => {
        const { value } = await tail.next();
        return (value as Batch | undefined)?.logTail ?? assert.fail('the tail has ended');
      };
      assert.deepEqual(await next(), { lines: [], reload: true });
      await admin.ask('{ users { nodes { id } } }');
      await admin.ask('{ checkpoints { nodes { id } } }');
      const { lines } = await next();
      assert.deepEqual(
        lines.map(({ operations }) => operations),
        [['checkpoints']],
      );
      const refusal = tail.next().then(
        () => assert.fail('it goes on'),
        (error: unknown) => error as readonly SocketError[],
      );
      await admin.ask('mutation ($input: SetUserRolesInput!) { setUserRoles(input: $input) { id } }', {
        input: { id: colleague.id, roles: ['OPERATOR'] },
      });
      assert.equal((await refusal)[0]?.extensions?.['code'], 'FORBIDDEN');
    });

    it('are for an SRE and an auditor, not for who administers', async () => {
      const auditor = await ApiClient.signIn(stack.api.url, await addUser(admin, 'AUDITOR', PASSWORD));
      assert.ok((await linesOf(auditor, {})).length > 0);
      assert.equal(await admin.errorCode('{ logs { nodes { id } } }'), 'FORBIDDEN');
    });

    it('are asked for within limits', async () => {
      const refused = [
        '{ logs(first: 101) { nodes { id } } }',
        '{ logs(after: "x") { nodes { id } } }',
        '{ logs(filter: { correlationId: "a b" }) { nodes { id } } }',
        `{ logs(filter: { text: "${'x'.repeat(101)}" }) { nodes { id } } }`,
      ];
      for (const query of refused) assert.equal(await sre.errorCode(query), 'BAD_USER_INPUT', query);
    });

    it('are missed by nobody while their store is out of order, and are there when it works again', async () => {
      const broken = redisUrl === undefined ? await withoutTable(database) : await withoutStream(redisUrl, stack);
      const correlationId = randomUUID();
      const client = new ApiClient(stack.api.url, admin.token, correlationId);
      await untilSome(async () => {
        await client.ask('{ checkpoints { nodes { id } } }');
        return stack.api.log.some((line) => line.includes('log store does not answer'));
      }, ARRIVES_MS);
      const { state } = await new Desk(client).validate(await desk.checkpoint(), 'no QR', []);
      assert.equal(state, 'REJECTED', 'requests go on');
      await broken.mend();
      await untilSome(
        async () => (await linesOf(sre, { correlationId, operation: 'checkpoints' })).length > 0,
        ARRIVES_MS,
      );
    });
  });
}

async function allLines(client: ApiClient): Promise<Line[]> {
  const lines: Line[] = [];
  for (let after: string | null = null; ;) {
    const { logs }: { logs: { nodes: Line[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } =
      await client.ask(
        `query ($after: ID) { logs(first: 100, after: $after) { nodes { ${LINE} } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
    lines.push(...logs.nodes);
    if (!logs.pageInfo.hasNextPage) return lines;
    after = logs.pageInfo.endCursor;
  }
}

async function withoutTable(database: TestDatabase) {
  await database.query('ALTER TABLE log_lines RENAME TO moved');
  return { mend: () => database.query('ALTER TABLE moved RENAME TO log_lines') };
}

/** Something that is no stream stands in its place. */
async function withoutStream(url: string, { environment }: Stack) {
  const redis = new Redis(url);
  const key = `${environment['QUEUE_PREFIX'] ?? ''}:logs`;
  await redis.set(key, 'no stream');
  return {
    mend: async () => {
      await redis.del(key);
      await redis.quit();
    },
  };
}
