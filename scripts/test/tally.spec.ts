import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { makeScratch, removeScratch } from '../support/scratch.js';
import { summary } from './tally.js';

/** Runs the text of a spec file through the real runner, as `npm test` does, and gives the lines that close it. */
async function closingLines(scratch: string, text: string, grep?: string): Promise<string[]> {
  const file = path.join(scratch, 'some.spec.mjs');
  await writeFile(file, `import { before, describe, it } from 'node:test';\n${text}`);
  const module = (name: string) => JSON.stringify(path.join(import.meta.dirname, name));
  const code = `
    const { runTests } = await import(${module('run-tests.js')});
    const { emptyTally, summary } = await import(${module('tally.js')});
    const tally = emptyTally();
    await runTests({ files: [${JSON.stringify(file)}], grep: ${JSON.stringify(grep)} }, tally);
    console.log('\\n--\\n' + summary(tally));`;
  const program = path.join(scratch, 'program.mjs');
  await writeFile(program, code);
  // Without this the runner would take the inner run for a part of this one.
  const { NODE_TEST_CONTEXT: _context, ...env } = process.env;
  const { stdout } = await promisify(execFile)(process.execPath, [program], { env });
  return stdout.split('\n--\n')[1]?.trim().split('\n') ?? [];
}

describe('the closing line', () => {
  let scratch: string;
  before(async () => {
    scratch = await makeScratch('tally-spec');
  });
  after(() => removeScratch(scratch));

  const cases: [title: string, text: string, lines: string[]][] = [
    [
      'counts tests, not suites',
      `describe('a', () => { it('b', () => {}); it('c', () => {}); });`,
      ['2 passed, 0 failed'],
    ],
    [
      'counts a failure once, however deep it is',
      `describe('a', () => describe('b', () => { it('c', () => { throw new Error('no'); }); it('d', () => {}); }));`,
      ['1 passed, 1 failed'],
    ],
    [
      'names what was skipped and why, single tests and whole suites',
      `it('a', () => {}); it('b', { skip: 'no camera' }, () => {}); describe('c', { skip: 'no redis' }, () => { it('d', () => {}); });`,
      ['skipped: b (no camera)', 'skipped: c (no redis)', '1 passed, 0 failed, 2 skipped'],
    ],
    [
      'says when no reason was given',
      `it.skip('a', () => {});`,
      ['skipped: a (no reason given)', '0 passed, 0 failed, 1 skipped'],
    ],
    [
      'counts a hook that fails',
      `describe('a', () => { before(() => { throw new Error('no'); }); it('b', () => {}); });`,
      ['0 passed, 2 failed'],
    ],
    [
      'counts a file that crashes',
      `it('a', () => { setTimeout(() => process.exit(3), 50); }); setInterval(() => {}, 10);`,
      ['1 passed, 1 failed'],
    ],
    ['counts a file that does not load', `import './nowhere.mjs';`, ['0 passed, 1 failed']],
  ];
  for (const [title, text, lines] of cases) {
    it(title, async () => {
      assert.deepEqual(await closingLines(scratch, text), lines);
    });
  }

  it('counts only what was asked for', async () => {
    assert.deepEqual(await closingLines(scratch, `it('one', () => {}); it('two', () => {});`, '^two$'), [
      '1 passed, 0 failed',
    ]);
  });

  it('is alone on its line in the form that CI reads', () => {
    assert.match(
      summary({ passed: 3, failed: 1, skipped: [{ name: 'a', reason: 'b' }] }),
      /^3 passed, 1 failed, 1 skipped$/m,
    );
  });
});
