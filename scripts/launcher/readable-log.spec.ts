import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readableLog } from './readable-log.js';

describe('readableLog', () => {
  const cases: [title: string, line: string, shown: string | undefined][] = [
    ['leaves out what is only information', '{"level":"info","msg":"listening"}', undefined],
    [
      'shows a warning in short',
      '{"level":"warn","msg":"slow query","context":"Outbox","pid":1}',
      'WARN [Outbox] slow query',
    ],
    [
      'adds what an error says itself',
      '{"level":"error","msg":"relay","err":{"message":"down"}}',
      'ERROR relay (down)',
    ],
    ['does not say it twice', '{"level":"fatal","msg":"down","err":{"message":"down"}}', 'FATAL down'],
    ['shows the stack of a crash as it is', '    at main (main.js:1:1)', '    at main (main.js:1:1)'],
    ['shows other JSON as it is', '{"level":"odd"}', '{"level":"odd"}'],
    [
      "leaves out Nest's own information",
      '[Nest] 514  - 11/24/2026, 3:57:50 AM     LOG [InstanceLoader] ready +3ms',
      undefined,
    ],
    [
      "shows Nest's own errors",
      '[Nest] 514  - 11/24/2026, 3:57:50 AM   ERROR [X] no',
      '[Nest] 514  - 11/24/2026, 3:57:50 AM   ERROR [X] no',
    ],
    ['leaves out empty lines', '  ', undefined],
  ];
  for (const [title, line, shown] of cases) {
    it(title, () => {
      assert.equal(readableLog(line), shown);
    });
  }
});
