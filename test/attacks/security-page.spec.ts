import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { catalogue } from './catalogue/index.js';
import { SECURITY_PAGE, securityPage } from './security-page.js';

describe('docs/security.md', () => {
  it('lists the attacks that are tried and what each role may do', async () => {
    assert.equal(await readFile(SECURITY_PAGE, 'utf8'), await securityPage(), 'run "npm run security" and commit it');
  });

  it('has thirty attacks or more, each once', () => {
    const names = catalogue.flatMap(({ attacks }) => attacks.map(({ name }) => name));
    assert.ok(names.length >= 30, String(names.length));
    assert.equal(new Set(names).size, names.length);
  });
});
