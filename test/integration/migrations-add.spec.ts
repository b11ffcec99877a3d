import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/platform/database/data-source.js';
import { migrations } from '../../src/platform/database/migrations/index.js';
import { createDatabase, type TestDatabase, withoutPostgres } from '../support/servers.js';

/** What a process of the release before relies on. */
interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  /** Whoever writes a row has to give it. */
  readonly required: boolean;
}

const columnsOf = (database: TestDatabase): Promise<Column[]> =>
  database.query<Column & Record<string, unknown>>(`
    SELECT tables.relname AS table, attname AS column, format_type(atttypid, atttypmod) AS type,
      attnotnull AND NOT atthasdef AND attidentity = '' AND attgenerated = '' AS required
    FROM pg_attribute JOIN pg_class AS tables ON tables.oid = attrelid
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND attnum > 0 AND NOT attisdropped`);

/** Why a process that was written for `old` would not go on, in words; nothing where `now` only adds. */
function breaksFor(old: readonly Column[], now: readonly Column[]): string[] {
  const same = ({ table, column }: Column) => now.find((other) => other.table === table && other.column === column);
  const lost = old.flatMap((column) => {
    const found = same(column);
    const name = `${column.table}.${column.column}`;
    if (found === undefined) return [`${name} is gone`];
    return found.type === column.type ? [] : [`${name} is ${found.type}, and was ${column.type}`];
  });
  const asked = now.flatMap(({ table, column, required }) => {
    const there = old.filter((other) => other.table === table);
    const wasRequired = there.some((other) => other.column === column && other.required);
    return required && there.length > 0 && !wasRequired ? [`${table}.${column} has to be given`] : [];
  });
  return [...lost, ...asked].toSorted();
}

/** No process that was released knows the tables as these found them. After the first release nothing is added here. */
const BEFORE_THE_FIRST_RELEASE = {
  Vault1764400000000: ['templates.generation has to be given', 'templates.protection has to be given'],
  Privacy1764800000000: ['templates.key_id has to be given'],
};

/** Old processes go on for a while on new tables, so what is to go goes in the release after (docs/operations.md). */
describe('a migration only adds', { skip: withoutPostgres }, () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  before(async () => {
    database = await createDatabase();
    const options = dataSourceOptions({ DATABASE_URL: database.url, DATABASE_POOL: 2 }, 'test');
    dataSource = await new DataSource(options).initialize();
  });
  after(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('each of them', async () => {
    const breaks: Record<string, readonly string[]> = {};
    for (const { name } of migrations.toReversed()) {
      const now = await columnsOf(database);
      await dataSource.undoLastMigration();
      const found = breaksFor(await columnsOf(database), now);
      if (found.length > 0) breaks[name] = found;
    }
    await dataSource.runMigrations();
    assert.deepEqual(breaks, BEFORE_THE_FIRST_RELEASE);
  });

  for (const [change, expected] of [
    ['ALTER TABLE persons DROP COLUMN kind', ['persons.kind is gone']],
    ['ALTER TABLE persons RENAME COLUMN kind TO sort', ['persons.kind is gone']],
    ['DROP TABLE person_pins', /^person_pins\.\w+ is gone/],
    [
      'ALTER TABLE checkpoints ALTER COLUMN name TYPE varchar(20)',
      ['checkpoints.name is character varying(20), and was text'],
    ],
    ['ALTER TABLE persons ALTER COLUMN kind SET NOT NULL', ['persons.kind has to be given']],
    ['ALTER TABLE checkpoints ADD COLUMN floor text NOT NULL', ['checkpoints.floor has to be given']],
    ['ALTER TABLE checkpoints ADD COLUMN floor text', []],
    [`ALTER TABLE checkpoints ADD COLUMN floor text NOT NULL DEFAULT ''`, []],
    ['CREATE TABLE floors (id uuid NOT NULL)', []],
  ] as const) {
    it(`as is told of “${change}”`, async () => {
      const old = await columnsOf(database);
      const changed = await createDatabase();
      try {
        await changed.query(change);
        const found = breaksFor(old, await columnsOf(changed));
        if (expected instanceof RegExp) assert.ok(found.length > 0 && found.every((line) => expected.test(line)));
        else assert.deepEqual(found, expected);
      } finally {
        await changed.drop();
      }
    });
  }
});
