import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ANYONE_MAY } from '../../src/common/context/anyone-may.js';
import { ALLOWED } from '../../src/modules/auth/allow.decorator.js';
import { Permission } from '../../src/modules/auth/index.js';
import { buildSchema, resolvers } from '../../src/schema.js';

type Handler = (...args: unknown[]) => unknown;

/** The resolver method of an operation; methods are named as their operations. */
function handlerOf(operation: string): Handler | undefined {
  for (const { prototype } of resolvers) {
    const handler = (prototype as unknown as Record<string, Handler | undefined>)[operation];
    if (handler !== undefined && Reflect.hasMetadata('graphql:resolver_type', handler)) return handler;
  }
  return undefined;
}

/** Open to everybody, on purpose. */
const PUBLIC = ['completeSignIn', 'openHolderSession', 'refreshHolderSession', 'refreshSession', 'signIn'];

describe('the schema', () => {
  it('has no operation without a permission, and no public one that is not meant to be', async () => {
    const schema = await buildSchema();
    const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
    const operations = roots.flatMap((root) => Object.keys(root!.getFields()));
    assert.ok(operations.length > 20);
    const open: string[] = [];
    for (const operation of operations) {
      const handler = handlerOf(operation);
      assert.ok(handler !== undefined, `${operation} has a resolver method of its name`);
      const permission = Reflect.getMetadata(ALLOWED, handler) as Permission | undefined;
      if (Reflect.hasMetadata(ANYONE_MAY, handler)) open.push(operation);
      else assert.ok(permission !== undefined && Object.values(Permission).includes(permission), operation);
    }
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
