import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { parseEnv } from 'node:util';
import { environmentSchema } from '../../src/config/env.js';
import { fromRoot } from '../../src/config/paths.js';
import { withoutEmpty } from './settings.js';

describe('.env.example', async () => {
  const example = parseEnv(await readFile(fromRoot('.env.example'), 'utf8'));
  const settings = Object.entries(environmentSchema.shape);

  it('names every setting, what compose.yaml asks for besides, and no other', async () => {
    const compose = await readFile(fromRoot('compose.yaml'), 'utf8');
    const asked = [...compose.matchAll(/\$\{(\w+)/g)].map(([, name = '']) => name);
    // Docker itself reads the last one.
    const all = new Set([...Object.keys(environmentSchema.shape), ...asked, 'COMPOSE_PROFILES']);
    assert.deepEqual(Object.keys(example).toSorted(), [...all].toSorted());
  });

  it('holds the default of each, and nothing where there is none', () => {
    const given = withoutEmpty(example);
    for (const [name, schema] of settings) {
      const fallback = schema.safeParse(undefined);
      if (fallback.success) assert.deepEqual(schema.parse(given[name]), fallback.data, name);
      else assert.equal(given[name], undefined, `${name} has no default and must be empty`);
    }
  });
});
