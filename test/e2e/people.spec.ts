import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { ApiClient } from '../../scripts/client/api-client.js';
import { Desk } from '../../scripts/client/desk.js';
import { frames } from '../support/frames.js';
import { createDatabase, type TestDatabase, withoutPostgres } from '../support/servers.js';
import { startStack, type Stack } from '../support/stack.js';
import { addUser } from '../support/users.js';

const PASSWORD = 'purple monkey dishwasher';

interface Row {
  readonly externalId: string;
  readonly displayName: string;
  readonly kind?: string | null;
}

interface Imported {
  readonly dryRun: boolean;
  readonly created: number;
  readonly same: number;
  readonly differing: number;
  readonly refused: number;
  readonly rows: readonly {
    readonly outcome: string;
    readonly problems: readonly string[];
    readonly person: { readonly id: string; readonly displayName: string } | null;
  }[];
}

interface Listed {
  readonly id: string;
  readonly displayName: string;
  readonly standing: string;
}

const IMPORT = `mutation Import($input: ImportPersonsInput!) { importPersons(input: $input) {
  dryRun created same differing refused rows { outcome problems person { id displayName } } } }`;
const LIST = `query List($first: Int!, $after: ID, $search: String, $standing: PersonStanding) {
  persons(first: $first, after: $after, search: $search, standing: $standing) {
    nodes { id displayName standing } pageInfo { hasNextPage endCursor } } }`;
const CORRECT = `mutation Correct($input: CorrectPersonInput!) { correctPerson(input: $input) { __typename
  ... on PersonCorrected { person { externalId displayName kind } } ... on ExternalIdTaken { person { id } } } }`;

describe('people', { skip: withoutPostgres }, () => {
  let database: TestDatabase;
  let stack: Stack;
  let registrar: ApiClient;
  let desk: Desk;

  before(async () => {
    database = await createDatabase();
    stack = await startStack({ databaseUrl: database.url });
    const admin = await ApiClient.signIn(stack.api.url, stack.admin);
    registrar = await ApiClient.signIn(stack.api.url, await addUser(admin, 'REGISTRAR', PASSWORD));
    desk = new Desk(registrar);
  });
  after(async () => {
    await stack.stop();
    await database.drop();
  });

  const bring = async (rows: readonly Row[], choices: { dryRun?: boolean; key?: string } = {}): Promise<Imported> => {
    const { dryRun = false, key = randomUUID() } = choices;
    const { importPersons } = await registrar.ask<{ importPersons: Imported }>(IMPORT, {
      input: { rows, dryRun, idempotencyKey: key },
    });
    return importPersons;
  };
  const outcomes = ({ rows }: Imported): string[] => rows.map(({ outcome }) => outcome);
  const list = async (variables: object): Promise<Listed[]> => {
    const { persons } = await registrar.ask<{ persons: { nodes: Listed[] } }>(LIST, { first: 100, ...variables });
    return persons.nodes;
  };
  const namesOf = async (search: string): Promise<string[]> =>
    (await list({ search })).map(({ displayName }) => displayName).sort();
  const student = (externalId: string, displayName: string): Row => ({ externalId, displayName, kind: 'STUDENT' });
  const rowsCalled = (prefix: string, count: number): Row[] =>
    Array.from({ length: count }, (_, index) => student(`${prefix}-${index}`, `Persona ${prefix} ${index}`));
  const counted = async (table: string): Promise<number> => {
    const [row] = await database.query<{ count: number }>(`SELECT count(*)::int FROM ${table}`);
    return row?.count ?? -1;
  };

  describe('searched', () => {
    before(async () => {
      await bring([
        student('S-001', 'María José García-López'),
        student('S-002', 'Iñaki Garcilaso'),
        student('S-010', "Siobhán O'Brien"),
        student('2025/0042', 'Núria Gal·la'),
      ]);
    });

    const cases: [search: string, names: string[]][] = [
      ['garc', ['Iñaki Garcilaso', 'María José García-López']],
      ['GARCÍA', ['María José García-López']],
      ['lop mar', ['María José García-López']],
      ['inaki', ['Iñaki Garcilaso']],
      ['obrien', ["Siobhán O'Brien"]],
      ['galla', ['Núria Gal·la']],
      ['0042', ['Núria Gal·la']],
      ['S-010', ["Siobhán O'Brien"]],
      ['garc pedro', []],
      ['arcía', []],
    ];
    for (const [search, names] of cases) {
      it(`by ${search}`, async () => {
        assert.deepEqual(await namesOf(search), names);
      });
    }

    it('by pages, each person once', async () => {
      await bring(rowsCalled('paged', 30));
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const { persons }: { persons: { nodes: Listed[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } =
          await registrar.ask(LIST, { first: 7, after, search: 'persona paged' });
        seen.push(...persons.nodes.map(({ id }) => id));
        after = persons.pageInfo.hasNextPage ? persons.pageInfo.endCursor : null;
      } while (after !== null);
      assert.deepEqual([seen.length, new Set(seen).size], [30, 30]);
    });

    it('without a name, or a part of one, in the database', async () => {
      const rows = await database.query<{ row: string }>('SELECT persons::text AS row FROM persons');
      assert.deepEqual(
        rows.filter(({ row }) => /garc|lopez|maria/i.test(row)),
        [],
      );
    });

    it('also when they were registered before there was a search', async () => {
      await bring([student('OLD-1', 'Vetusta Morla')]);
      stack.worker.kill('SIGSTOP'); // which looks for such persons when a minute begins
      await database.query(`UPDATE persons SET search_terms = NULL`);
      assert.deepEqual(await namesOf('vetusta'), []);
      stack.worker.kill('SIGCONT');
      const deadline = Date.now() + 90_000;
      while ((await namesOf('vetusta')).length === 0 && Date.now() < deadline)
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      assert.deepEqual(await namesOf('vetusta'), ['Vetusta Morla']);
      assert.deepEqual(await namesOf('garc'), ['Iñaki Garcilaso', 'María José García-López']);
    });
  });

  describe('corrected', () => {
    it('are found by what is right, once, and the audit says which fields', async () => {
      const id = await desk.register('Adda Prueva');
      const input = { id, externalId: 'C-1', displayName: 'Ada Prueba', kind: 'STAFF' };
      for (const _ of ['', 'again']) {
        const { correctPerson } = await registrar.ask<{ correctPerson: { person: object } }>(CORRECT, { input });
        assert.deepEqual(correctPerson.person, { externalId: 'C-1', displayName: 'Ada Prueba', kind: 'STAFF' });
      }
      assert.deepEqual(await namesOf('c-1 prueba'), ['Ada Prueba']);
      assert.deepEqual(await namesOf('prueva'), []);
      const events = await database.query<{ details: unknown }>(
        `SELECT details FROM audit_events WHERE action = 'PERSON_CORRECTED' AND subject_id = $1`,
        [id],
      );
      assert.deepEqual(events, [{ details: { fields: ['externalId', 'displayName', 'kind'] } }]);
    });

    it('never get the external id of somebody else', async () => {
      await bring([student('C-2', 'Dueña')]);
      const id = await desk.register('Otra');
      const input = { id, externalId: 'c-2', displayName: 'Otra', kind: 'STUDENT' };
      const { correctPerson } = await registrar.ask<{ correctPerson: { __typename: string } }>(CORRECT, { input });
      assert.equal(correctPerson.__typename, 'ExternalIdTaken');
    });

    it('not any more when they were erased', async () => {
      const id = await desk.register('Borrada');
      await desk.erase(id);
      const input = { id, externalId: 'C-3', displayName: 'Borrada', kind: 'STUDENT' };
      assert.equal(await registrar.errorCode(CORRECT, { input }), 'NOT_FOUND');
    });
  });

  describe('with a standing', () => {
    const standingOf = async (id: string): Promise<string> => {
      const { person } = await registrar.ask<{ person: Listed }>('query ($id: ID!) { person(id: $id) { standing } }', {
        id,
      });
      const [listed] = (await list({ standing: person.standing })).filter((one) => one.id === id);
      assert.equal(listed?.standing, person.standing, 'the list and its filter say the same');
      return person.standing;
    };

    it('that says what is to be done next', async () => {
      const id = await desk.register('Con Todo');
      assert.equal(await standingOf(id), 'NO_CONSENT');
      await desk.consent(id);
      assert.equal(await standingOf(id), 'NO_FACE');
      const { genuine } = await frames();
      const enrolled = await desk.enrol(genuine, 'Con Carné');
      assert.equal(await standingOf(enrolled.personId), 'READY');
      await database.query(
        `UPDATE credentials SET issued_at = now() - interval '2 days', expires_at = now() - interval '1 day'
        WHERE person_id = $1`,
        [enrolled.personId],
      );
      assert.equal(await standingOf(enrolled.personId), 'NO_CREDENTIAL');
      await database.query(
        `INSERT INTO comparison_failures (subject_id, person_id, failures, last_failed_at) VALUES ($1, $1, 50, now())`,
        [enrolled.personId],
      );
      assert.equal(await standingOf(enrolled.personId), 'LOCKED');
    });

    it('that does not ask again for a consent that was not given', async () => {
      const id = await desk.register('Sin Cara');
      await desk.issueCard(id);
      assert.equal(await standingOf(id), 'NO_CONSENT');
      await registrar.ask('mutation ($input: SetPinInput!) { setPin(input: $input) { __typename } }', {
        input: { personId: id, pin: '739182' },
      });
      assert.equal(await standingOf(id), 'WITHOUT_FACE');
    });
  });

  describe('imported', () => {
    it('once: the same file again makes nobody, and says so', async () => {
      const rows = rowsCalled('twice', 3);
      assert.deepEqual(outcomes(await bring(rows)), ['CREATED', 'CREATED', 'CREATED']);
      assert.deepEqual(outcomes(await bring(rows)), ['SAME', 'SAME', 'SAME']);
      assert.deepEqual(outcomes(await bring([student('TWICE-0', 'Otro Nombre')])), ['DIFFERS']);
      assert.equal((await namesOf('persona twice')).length, 3);
    });

    it('with an answer for each row, and the good ones in spite of the bad', async () => {
      const answer = await bring([
        student('R-1', 'Buena'),
        student('R 2', ''),
        { externalId: 'R-3', displayName: 'Sin tipo', kind: null },
        student('r-1', 'Repetida'),
        student('R-4', 'Buena También'),
      ]);
      assert.deepEqual(
        answer.rows.map(({ outcome, problems }) => [outcome, ...problems]),
        [
          ['CREATED'],
          ['REFUSED', 'EXTERNAL_ID_FORM', 'NAME_MISSING'],
          ['REFUSED', 'KIND_MISSING'],
          ['REFUSED', 'REPEATED'],
          ['CREATED'],
        ],
      );
      assert.deepEqual([answer.created, answer.refused], [2, 3]);
      assert.deepEqual(
        answer.rows.map(({ person }) => person?.displayName),
        ['Buena', undefined, undefined, undefined, 'Buena También'],
      );
    });

    it('not at all by a dry run, which says the same', async () => {
      await bring([student('D-1', 'Ya Está')]);
      const before = await Promise.all(['persons', 'data_keys', 'audit_events', 'idempotency_keys'].map(counted));
      const answer = await bring(
        [student('D-1', 'Ya Está'), student('D-2', 'Nueva'), student('D-1', 'Ya Está'), student('', 'X')],
        { dryRun: true },
      );
      assert.deepEqual(outcomes(answer), ['SAME', 'CREATED', 'REFUSED', 'REFUSED']);
      const after = await Promise.all(['persons', 'data_keys', 'audit_events', 'idempotency_keys'].map(counted));
      assert.deepEqual(after, before);
    });

    it('with the first answer, when a request is repeated', async () => {
      const [rows, key] = [rowsCalled('again', 2), randomUUID()];
      const first = await bring(rows, { key });
      assert.deepEqual(await bring(rows, { key }), first);
      assert.equal(first.created, 2);
      const other = { rows: rowsCalled('other', 1), dryRun: false, idempotencyKey: key };
      assert.equal(await registrar.errorCode(IMPORT, { input: other }), 'CONFLICT');
    });

    it('once by many who bring the same at the same time, in whatever order', async () => {
      const rows = rowsCalled('race', 200);
      const answers = await Promise.all(
        [rows, rows.toReversed(), rows, rows.toReversed()].map((order) => bring(order)),
      );
      assert.equal(
        answers.reduce((sum, { created }) => sum + created, 0),
        200,
      );
      for (const { created, same } of answers) assert.equal(created + same, 200);
      assert.equal((await list({ search: 'persona race' })).length, 100, 'a full page');
      const [row] = await database.query<{ count: number }>(
        'SELECT count(*)::int FROM persons WHERE erased_at IS NULL AND NOT EXISTS (SELECT 1 FROM data_keys WHERE subject_id = id)',
      );
      assert.equal(row?.count, 0, 'everybody has a key');
    });

    it('with one event of the audit for the batch, and none for a batch of nobody new', async () => {
      const events = async () => {
        const [row] = await database.query<{ count: number }>(
          `SELECT count(*)::int FROM audit_events WHERE action = 'PERSONS_IMPORTED'`,
        );
        return row?.count ?? -1;
      };
      const before = await events();
      const rows = rowsCalled('audited', 40);
      await bring(rows);
      await bring(rows);
      assert.equal(await events(), before + 1);
      const [event] = await database.query(
        `SELECT details, (SELECT count(*)::int FROM persons WHERE import_id::text = subject_id) AS made FROM audit_events
         WHERE action = 'PERSONS_IMPORTED' ORDER BY sequence DESC LIMIT 1`,
      );
      assert.deepEqual(event, { details: { created: '40' }, made: 40 });
    });

    it('with who did it in what a person is told of themselves', async () => {
      const { rows } = await bring([student('T-1', 'Se Informa')]);
      const { exportPerson } = await registrar.ask<{ exportPerson: { document: string } }>(
        'mutation ($personId: ID!) { exportPerson(personId: $personId) { document } }',
        { personId: rows[0]?.person?.id },
      );
      const { activity } = JSON.parse(exportPerson.document) as { activity: { action: string; by: string[] }[] };
      assert.deepEqual(
        activity.map(({ action, by }) => [action, ...by]),
        [['PERSONS_IMPORTED', 'REGISTRAR']],
      );
    });

    it('whole or not at all: when the last thing fails, nothing is left', async () => {
      const before = await Promise.all(['persons', 'data_keys'].map(counted));
      await database.query(`ALTER TABLE data_keys ADD CONSTRAINT full_up CHECK (false) NOT VALID`);
      const input = { rows: rowsCalled('half', 5), dryRun: false, idempotencyKey: randomUUID() };
      assert.equal(await registrar.errorCode(IMPORT, { input }), 'INTERNAL');
      await database.query('ALTER TABLE data_keys DROP CONSTRAINT full_up');
      assert.deepEqual(await Promise.all(['persons', 'data_keys'].map(counted)), before);
      assert.equal((await bring(rowsCalled('half', 5), { key: input.idempotencyKey })).created, 5);
    });

    it('500 at a time and no more', async () => {
      assert.equal((await bring(rowsCalled('full', 500))).created, 500);
      for (const rows of [rowsCalled('over', 501), []]) {
        const input = { rows, dryRun: true, idempotencyKey: randomUUID() };
        assert.equal(await registrar.errorCode(IMPORT, { input }), 'BAD_USER_INPUT');
      }
    });

    it('and forgotten like everybody else', async () => {
      const { rows } = await bring([student('E-1', 'Se Borra')]);
      const id = rows[0]?.person?.id ?? '';
      await desk.erase(id);
      assert.deepEqual(await namesOf('borra'), []);
      const left = await database.query('SELECT search_terms, import_id FROM persons WHERE id = $1', [id]);
      assert.deepEqual(left, [{ search_terms: null, import_id: null }]);
      assert.deepEqual(outcomes(await bring([student('E-1', 'Vuelve')])), ['CREATED']);
    });
  });
});
