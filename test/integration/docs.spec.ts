import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { parse, printSchema, validate } from 'graphql';
import { fromRoot } from '../../src/config/paths.js';
import { buildSchema } from '../../src/schema.js';
import { ValidationReason } from '../../src/modules/validation/attempts/validation-reason.js';

describe('the documentation', () => {
  it('shows only operations that the schema has', async () => {
    const schema = await buildSchema();
    const text = await readFile(fromRoot('docs/api.md'), 'utf8');
    const examples = [...text.matchAll(/```graphql\n(.*?)```/gs)].map(([, document = '']) => document);
    assert.ok(examples.length >= 8);
    for (const example of examples) assert.deepEqual(validate(schema, parse(example)), [], example);
  });

  it('names every reason of a validation', async () => {
    const text = await readFile(fromRoot('docs/api.md'), 'utf8');
    assert.deepEqual(
      Object.values(ValidationReason).filter((reason) => !text.includes(`\`${reason}\``)),
      [],
    );
  });

  it('has the schema that the resolvers make', async () => {
    const committed = await readFile(fromRoot('src/schema.graphql'), 'utf8');
    assert.ok(
      committed.includes(printSchema(await buildSchema())),
      'run "npm run schema" and commit src/schema.graphql',
    );
  });
});
