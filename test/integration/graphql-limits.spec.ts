import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { before, describe, it } from 'node:test';
import {
  getIntrospectionQuery,
  getNamedType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  parse,
  validate,
} from 'graphql';
import { fromRoot } from '../../src/config/paths.js';
import { limitRules, LIMITS, parseLimits } from '../../src/platform/graphql/limits.js';
import { buildSchema } from '../../src/schema.js';

describe('the limits of GraphQL', () => {
  let schema: GraphQLSchema;
  before(async () => {
    schema = await buildSchema();
  });
  const problems = (document: string): string[] =>
    validate(schema, parse(document, parseLimits), limitRules).map(({ message, extensions: { limit } }) =>
      typeof limit === 'string' ? limit : message,
    );

  /** Every field that needs no argument, to the leaves. */
  const everything = (type: GraphQLNamedType): string => {
    if (isLeafType(type)) return '';
    if (isAbstractType(type)) {
      const members = schema.getPossibleTypes(type).map((member) => `... on ${member.name} ${everything(member)}`);
      return `{ __typename ${members.join(' ')} }`;
    }
    assert.ok(isObjectType(type));
    const fields = Object.values(type.getFields()).filter(({ args }) => !args.some(isRequiredArgument));
    return `{ ${fields.map((field) => `${field.name} ${everything(getNamedType(field.type))}`).join(' ')} }`;
  };

  it('leave a page of 100 with all its fields alone', () => {
    const lists = Object.values(schema.getQueryType()!.getFields()).filter(({ args }) =>
      args.some(({ name }) => name === 'first'),
    );
    assert.ok(lists.length >= 4);
    for (const { name, type } of lists) {
      assert.deepEqual(problems(`{ ${name}(first: 100) ${everything(getNamedType(type))} }`), [], name);
    }
  });

  it('leave the documented examples and the introspection of Sandbox alone', async () => {
    const text = await readFile(fromRoot('docs/api.md'), 'utf8');
    const examples = [...text.matchAll(/```graphql\n(.*?)```/gs)].map(([, document = '']) => document);
    const whole = getIntrospectionQuery({
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    });
    for (const document of [...examples, whole]) assert.deepEqual(problems(document), [], document);
  });

  it('are where they are said to be', () => {
    const fields = (count: number, of: (index: number) => string) =>
      Array.from({ length: count }, (_, i) => of(i)).join(' ');
    const nested = (depth: number) => `${'{ ... on Query '.repeat(depth - 1)} { __typename } ${'}'.repeat(depth - 1)}`;
    assert.deepEqual(problems(nested(LIMITS.depth)), []);
    assert.deepEqual(problems(nested(LIMITS.depth + 1)), ['DEPTH']);
    assert.deepEqual(problems(`{ ${fields(LIMITS.aliases, (index) => `a${index}: __typename`)} }`), []);
    assert.deepEqual(problems(`{ ${fields(LIMITS.aliases + 1, (index) => `a${index}: __typename`)} }`), ['ALIASES']);
    assert.deepEqual(problems(`{ ${fields(LIMITS.directives, () => '__typename @skip(if: false)')} }`), []);
    assert.deepEqual(problems(`{ ${fields(LIMITS.directives + 1, () => '__typename @skip(if: false)')} }`), [
      'DIRECTIVES',
    ]);
    assert.doesNotThrow(() => problems(`{ ${fields(LIMITS.tokens - 2, () => 'x')} }`));
    assert.throws(() => problems(`{ ${fields(LIMITS.tokens - 1, () => 'x')} }`), /more that 1000 tokens/);
  });
});
