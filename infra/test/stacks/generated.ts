import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { generatedFiles } from '../../generated/files.ts';

describe('what is made from the templates', async () => {
  for (const [file, text] of await generatedFiles()) {
    it(`${path.basename(file)} is fresh (npm --prefix infra run generate)`, () => {
      assert.ok(readFileSync(file, 'utf8') === text, `${path.basename(file)} is old`);
    });
  }
});
