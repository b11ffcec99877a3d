import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { type Answer } from '../../scripts/bench/rows/answer.js';
import { volumeOf } from '../../scripts/bench/rows/generate.js';
import { measureRows } from '../../scripts/bench/rows/measure.js';
import { readEnvironment } from '../../src/config/env.js';
import { testEnvironment } from '../support/environment.js';
import { createDatabase, type TestDatabase, withoutPostgres } from '../support/servers.js';

/** Enough for PostgreSQL to prefer an index where there is one that fits, and for a look at all of them to be noticed. */
const ATTEMPTS = 20_000;

describe('many rows', { skip: withoutPostgres }, () => {
  let database: TestDatabase;
  let client: pg.Client;
  let answers: readonly Answer[];

  before(async () => {
    database = await createDatabase();
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const settings = readEnvironment(testEnvironment(database.url));
    const volume = volumeOf(ATTEMPTS);
    ({ answers } = await measureRows({ client, settings, volume, rounds: 1, say: () => undefined }));
  });
  after(async () => {
    await client.end();
    await database.drop();
  });

  it('are not read through for a page, a step of a validation or a sweep', () => {
    const through = answers.filter(({ batch, readsTooMuch }) => !batch && readsTooMuch.length > 0);
    assert.deepEqual(
      through.map(({ name, readsTooMuch }) => `${name} ${readsTooMuch.join(', ')}`),
      [],
    );
  });

  it('are there: pages are full and what is due is done', () => {
    const rowsOf = (name: string) => answers.find((answer) => answer.name === name)?.rows ?? 0;
    assert.equal(rowsOf('validations: EXPIRED'), 21);
    assert.equal(rowsOf('audit: until long ago'), 21);
    assert.ok(rowsOf('batch: expire 100 attempts') >= 100);
    assert.ok(rowsOf('person: erasure') > 0);
  });
});
