import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Permission } from '../../src/modules/auth/index.js';
import { buildSchema } from '../../src/schema.js';
import { operationsOf } from '../support/operations.js';

/** Open to everybody, on purpose. */
const PUBLIC = [
  'completeSignIn',
  'deviceToken',
  'openHolderSession',
  'pairDevice',
  'refreshHolderSession',
  'refreshSession',
  'signIn',
];

describe('the schema', () => {
  it('has no operation without a permission, and no public one that is not meant to be', async () => {
    const operations = operationsOf(await buildSchema());
    assert.ok(operations.length > 20);
    for (const { name, anyoneMay, permission } of operations)
      assert.ok(anyoneMay || (permission !== undefined && Object.values(Permission).includes(permission)), name);
    const open = operations.filter(({ anyoneMay }) => anyoneMay).map(({ name }) => name);
    assert.deepEqual(open, PUBLIC);
  });

  it('infers nothing about people that was not asked for, searches nobody by face, and tells no score', async () => {
    const schema = await buildSchema();
    const names = Object.values(schema.getTypeMap())
      .filter((type) => !type.name.startsWith('__'))
      .flatMap((type) => [type.name, ...('getFields' in type ? Object.keys(type.getFields()) : [])]);
    const forbidden = /emotion|gender|ethnic|race\b|age\b|score|embedding|template$|identify|similar|searchFace/i;
    const found = names.filter((name) => forbidden.test(name) && !/message|language|page\b/i.test(name));
    assert.deepEqual(found, []);
  });
});
