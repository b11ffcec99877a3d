import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { meansUnreachable } from './unavailability.js';

const withCode = (code: string): Error => Object.assign(new Error('x'), { code });

describe('meansUnreachable', () => {
  const cases: [name: string, error: unknown, expected: boolean][] = [
    ['a refused connection', withCode('ECONNREFUSED'), true],
    ['all addresses refused', new AggregateError([withCode('ECONNREFUSED')]), true],
    ['PostgreSQL shutting down', withCode('57P01'), true],
    ['PostgreSQL out of connections', withCode('53300'), true],
    ['a statement that took too long', withCode('57014'), true],
    ['a transaction that stood idle for too long', withCode('25P03'), true],
    ['a lost connection', withCode('08006'), true],
    ['under a driver error', Object.assign(new Error('x'), { driverError: withCode('57P03') }), true],
    ['under a cause', new Error('x', { cause: withCode('ECONNRESET') }), true],
    ['a server that does not answer', new Error('Query read timeout'), true],
    [
      'a connection that died within a transaction',
      new Error('Database connection provided by a query runner was already released, cannot continue'),
      true,
    ],
    ['Redis that does not answer', new Error('Command timed out'), true],
    ['Redis that is full', new Error("OOM command not allowed when used memory > 'maxmemory'."), true],
    ['Redis that is starting', new Error('LOADING Redis is loading the dataset in memory'), true],
    ['a Redis that takes no writes any more', new Error("READONLY You can't write against a read only replica."), true],
    ['a command that Redis does not know', new Error("ERR unknown command 'GTE'"), false],
    ['a unique violation', withCode('23505'), false],
    ['a statement that is wrong', withCode('42601'), false],
    ['a bug', new TypeError('undefined is not a function'), false],
    ['no error', 'ECONNREFUSED', false],
    ['nothing', undefined, false],
  ];
  for (const [name, error, expected] of cases) {
    it(`${name}: ${expected}`, () => {
      assert.equal(meansUnreachable(error), expected);
    });
  }
});
