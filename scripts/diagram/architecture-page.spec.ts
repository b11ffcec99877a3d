import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { ARCHITECTURE_PAGE, architecturePage } from './architecture-page.js';

describe('docs/architecture.md', () => {
  it('has the arrows between the modules that the code has (npm run diagram)', async () => {
    assert.equal(await readFile(ARCHITECTURE_PAGE, 'utf8'), await architecturePage());
  });
});
