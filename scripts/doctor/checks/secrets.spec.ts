import assert from 'node:assert/strict';
import { chmod, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, it } from 'node:test';
import { freshSecrets } from '../../launcher/secrets.js';
import { makeScratch, removeScratch } from '../../support/scratch.js';
import { checkSecrets } from './secrets.js';

const nowhere = '/nowhere/secrets.env';

describe('checkSecrets', () => {
  const fresh = freshSecrets();
  const problems = (secrets: Record<string, string>, file = nowhere) =>
    checkSecrets(secrets, file)
      .filter(({ status }) => status !== 'ok')
      .map(({ status, found }) => `${status}: ${found}`);
  const withUrl = (url: string) => ({ ...fresh, DATABASE_URL: url });

  it('has nothing to say about secrets that the launcher makes, or has not made yet', () => {
    assert.deepEqual(problems(fresh), []);
    assert.deepEqual(problems({}), []);
  });

  it('names a key that is no random one', () => {
    const found = problems({
      ...fresh,
      KEY_ENCRYPTION_KEY: Buffer.alloc(32).toString('base64'),
      BLIND_INDEX_KEY: btoa('0123456789'.repeat(4)),
    });
    assert.deepEqual(
      found.map((line) => line.split(' ')[1]),
      ['KEY_ENCRYPTION_KEY', 'BLIND_INDEX_KEY'],
    );
  });

  it('names a signing key that is none', () => {
    const zero = `${fresh.CREDENTIAL_KEY.slice(0, 20)}${'A'.repeat(44)}`;
    const found = problems({ ...fresh, ACCESS_TOKEN_KEY: fresh.BLIND_INDEX_KEY, CREDENTIAL_KEY: zero });
    assert.match(found.join('\n'), /ACCESS_TOKEN_KEY[^]*CREDENTIAL_KEY/);
  });

  it('names a key that is used twice', () => {
    assert.match(problems({ ...fresh, CREDENTIAL_KEY: fresh.ACCESS_TOKEN_KEY }).join(), /CREDENTIAL_KEY is the same/);
  });

  it('takes a list of signing keys, and looks at each', () => {
    const [next, other] = [freshSecrets(), freshSecrets()];
    const lists = { ...fresh, ACCESS_TOKEN_KEY: `${next.ACCESS_TOKEN_KEY}, ${fresh.ACCESS_TOKEN_KEY}` };
    assert.deepEqual(problems(lists), []);
    assert.match(problems({ ...lists, CREDENTIAL_KEY: `${other.CREDENTIAL_KEY},AAAA` }).join(), /CREDENTIAL_KEY/);
    const shared = `${other.CREDENTIAL_KEY},${fresh.ACCESS_TOKEN_KEY}`;
    assert.match(problems({ ...lists, CREDENTIAL_KEY: shared }).join(), /CREDENTIAL_KEY is the same/);
  });

  it('warns of a password that everybody tries, and fails it on another machine; without showing it', () => {
    assert.match(problems(withUrl('postgres://u:changeme@localhost/x')).join(), /^warning/);
    assert.match(problems(withUrl('postgres://u:changeme@db.example/x')).join(), /^failure/);
    assert.doesNotMatch(problems(withUrl('postgres://u:changeme@db.example/x')).join(), /changeme/);
    assert.deepEqual(problems(withUrl('postgres://u:9f2b17c0de@db.example/x')), []);
  });

  it('names a file that others can read', async () => {
    const scratch = await makeScratch('doctor-spec');
    const file = path.join(scratch, 'secrets.env');
    await writeFile(file, '', { mode: 0o600 });
    assert.deepEqual(problems(fresh, file), []);
    await chmod(file, 0o640);
    assert.match(problems(fresh, file).join(), /others can read/);
    await removeScratch(scratch);
  });
});
