import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, it } from 'node:test';

const program = path.join(import.meta.dirname, '../eval/main.js');
const run = (...args: string[]) => spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });

describe('a command with words', () => {
  const misused: [name: string, args: string[], says: RegExp][] = [
    ['without a word', [], /What is to be done\? Usage:\n {2}npm run eval -- verification/],
    ['with an unknown word', ['nothing'], /There is no nothing\. Usage:\n {2}npm run eval/],
    ['with a word that objects inherit', ['toString'], /There is no toString\./],
    ['with an unknown option', ['verification', '--imges', 'x'], /--imges.* Usage:\n {2}npm run eval/],
  ];
  for (const [name, args, says] of misused) {
    it(`shows its usage and ends with 2 ${name}`, () => {
      const { status, stderr } = run(...args);
      assert.equal(status, 2);
      assert.match(stderr, says);
    });
  }

  it('ends with 1 and a sentence, without a stack, when a file is missing', () => {
    const { status, stderr, stdout } = run(
      'verification',
      '--images',
      '/nowhere',
      '--pairs',
      '/nowhere/pairs.csv',
      '--json',
    );
    assert.equal(status, 1);
    assert.equal(stderr.trim(), "The list of pairs /nowhere/pairs.csv can't be read.");
    assert.equal(stdout, '');
  });
});
