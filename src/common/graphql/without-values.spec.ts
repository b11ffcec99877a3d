import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { buildSchema, GraphQLError, graphqlSync } from 'graphql';
import { withoutValues } from './without-values.js';

const schema = buildSchema(`
  enum Kind { CARD PASS }
  input Part { pin: String! kind: Kind count: Int }
  type Query { open(part: Part!): String ask(pin: String!): String }
`);
const OPEN = 'query ($part: Part!) { open(part: $part) }';
const SECRET = '482917';

/** What graphql-js says of a request. */
function messageOf(source: string, part?: unknown): string {
  const [error] = graphqlSync({ schema, source, variableValues: { part } }).errors ?? [];
  assert.ok(error instanceof GraphQLError && error.message.includes(SECRET), 'graphql-js repeats the value');
  return withoutValues(error.message);
}

describe('what graphql-js says of a request, without its values', () => {
  const at = 'Variable "$part" got an invalid value at';
  const cases: [name: string, source: string, part: unknown, expected: string][] = [
    ['a number', OPEN, { pin: 482917 }, `${at} "part.pin"; String cannot represent a non string value.`],
    [
      'a field that is missing',
      OPEN,
      { kind: 'CARD', count: 482917 },
      'Variable "$part" got an invalid value; Field "pin" of required type "String!" was not provided.',
    ],
    [
      'a text with the words of a message',
      OPEN,
      { pin: '1', count: '482917; Field at "x"; no' },
      `${at} "part.count"; Int cannot represent non-integer value.`,
    ],
    ['no object', OPEN, '482917', 'Variable "$part" got an invalid value; Expected type "Part" to be an object.'],
    ['an enum', OPEN, { pin: '1', kind: '482917' }, `${at} "part.kind"; This value does not exist in "Kind" enum.`],
    ['a literal', '{ ask(pin: 482917) }', undefined, 'String cannot represent a non string value.'],
    ['a literal object', '{ ask(pin: { a: 482917 }) }', undefined, 'String cannot represent a non string value.'],
    ['no sentence', '{ ask(pin: "a" "482917") }', undefined, 'Syntax Error: Expected Name, found String.'],
  ];
  for (const [name, source, part, expected] of cases) {
    it(name, () => {
      assert.equal(messageOf(source, part), expected);
    });
  }

  it('leaves other messages alone', () => {
    for (const message of [
      'Cannot query field "nonsense" on type "Query".',
      'Syntax Error: Expected Name, found <EOF>.',
      'Field "pni" is not defined by type "Part".',
    ]) {
      assert.equal(withoutValues(message), message);
    }
  });
});
