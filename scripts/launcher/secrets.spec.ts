import assert from 'node:assert/strict';
import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { readEnvironment } from '../../src/config/env.js';
import { OperatorError } from '../support/operator-error.js';
import { makeScratch, removeScratch } from '../support/scratch.js';
import { ensureSecrets, readSecrets, secretsFile } from './secrets.js';

describe('secrets', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await makeScratch('secrets-spec');
  });
  afterEach(() => removeScratch(dataDir));

  it('are made once, and each is another', async () => {
    const made = await ensureSecrets(dataDir);
    assert.equal(new Set(Object.values(made)).size, 7);
    assert.deepEqual(await ensureSecrets(dataDir), made);
  });

  it('are what the API and the worker accept', async () => {
    const environment = readEnvironment({ ...(await ensureSecrets(dataDir)), DATABASE_URL: 'postgres://127.0.0.1/x' });
    assert.equal(environment.KEY_ENCRYPTION_KEY[0]?.length, 32);
  });

  it("are for their owner's eyes only, even when somebody opened the file up", async () => {
    await ensureSecrets(dataDir);
    assert.equal((await stat(secretsFile(dataDir))).mode & 0o777, 0o600);
    await chmod(secretsFile(dataDir), 0o644);
    await ensureSecrets(dataDir);
    assert.equal((await stat(secretsFile(dataDir))).mode & 0o777, 0o600);
  });

  it('that are there stay when one that a newer version needs is added', async () => {
    const made = await ensureSecrets(dataDir);
    const text = await readFile(secretsFile(dataDir), 'utf8');
    await writeFile(secretsFile(dataDir), text.replace(/^CREDENTIAL_KEY=.*\n/m, ''));
    const { CREDENTIAL_KEY, ...others } = await ensureSecrets(dataDir);
    assert.notEqual(CREDENTIAL_KEY, made.CREDENTIAL_KEY);
    assert.deepEqual({ ...others, CREDENTIAL_KEY: made.CREDENTIAL_KEY }, made);
  });

  it('are not made anew for a database that was encrypted with lost ones', async () => {
    await mkdir(path.join(dataDir, 'postgres'));
    await assert.rejects(ensureSecrets(dataDir), OperatorError);
    assert.deepEqual(await readSecrets(dataDir), {});
  });
});
