import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testEnvironment } from '../../test/support/environment.js';
import { EnvironmentError, readEnvironment, readMigrationEnvironment } from './env.js';

const good = testEnvironment('postgres://user:secret-word@127.0.0.1:5432/presente');
const problemsOf = (change: Record<string, string | undefined>): readonly string[] => {
  try {
    readEnvironment({ ...good, ...change });
    return [];
  } catch (error) {
    assert.ok(error instanceof EnvironmentError);
    return error.problems;
  }
};

describe('the environment', () => {
  it('is typed and frozen, with defaults; an empty value is none', () => {
    const env = readEnvironment({ ...good, FACE_THREADS: '3', LOG_LEVEL: '', REDIS_URL: '' });
    assert.deepEqual([env.FACE_THREADS, env.LOG_LEVEL, env.REDIS_URL, env.SANDBOX], [3, 'info', undefined, true]);
    assert.ok(Object.isFrozen(env));
  });

  it('takes several key-encryption keys, the first for what is new; and says which it lacks', () => {
    const keys = [1, 2].map((byte) => Buffer.alloc(32, byte).toString('base64'));
    const env = readEnvironment({ ...good, KEY_ENCRYPTION_KEY: keys.join(', ') });
    assert.deepEqual(
      env.KEY_ENCRYPTION_KEY.map((key) => key[0]),
      [1, 2],
    );
    assert.match(problemsOf({ KEY_ENCRYPTION_KEY: '' }).join(), /^KEY_ENCRYPTION_KEY is missing/);
    assert.match(problemsOf({ KEY_ENCRYPTION: 'aws-kms' }).join(), /^AWS_KMS_KEY_ID is missing/);
    assert.match(problemsOf({ AWS_KMS_KEY_ID: 'alias/presente' }).join(), /not an alias/);
    const id = '1234abcd-12ab-34cd-56ef-1234567890ab';
    const AWS_KMS_KEY_ID = `arn:aws:kms:eu-west-1:111122223333:key/${id},${id}`;
    assert.deepEqual(problemsOf({ KEY_ENCRYPTION: 'aws-kms', KEY_ENCRYPTION_KEY: undefined, AWS_KMS_KEY_ID }), []);
  });

  it('asks the migrations for no key, and nobody for a role that is none', () => {
    const { DATABASE_URL } = good;
    assert.equal(readMigrationEnvironment({ DATABASE_URL, DATABASE_APP_ROLE: '' }).DATABASE_POOL, 10);
    const DATABASE_APP_ROLE = 'presente; DROP';
    assert.throws(() => readMigrationEnvironment({ DATABASE_URL, DATABASE_APP_ROLE }), EnvironmentError);
  });

  it('names every wrong variable at once, and repeats no value', () => {
    const problems = problemsOf({
      DATABASE_URL: 'mysql://user:secret-word@host/presente',
      KEY_ENCRYPTION_KEY: Buffer.from('short secret').toString('base64'),
      CREDENTIAL_KEY: undefined,
      ACCESS_TOKEN_SECONDS: '6000',
      SANDBOX: 'perhaps',
    });
    for (const name of ['DATABASE_URL', 'KEY_ENCRYPTION_KEY', 'CREDENTIAL_KEY', 'ACCESS_TOKEN_SECONDS', 'SANDBOX']) {
      assert.equal(problems.filter((problem) => problem.startsWith(name)).length, 1, `${name}: ${problems.join('; ')}`);
    }
    assert.doesNotMatch(problems.join(), /secret-word|c2hvcnQ|perhaps/);
    assert.match(problems.find((problem) => problem.startsWith('CREDENTIAL_KEY')) ?? '', /is missing/);
  });

  it('takes one signing key or several, each once', () => {
    const [first, second] = [good['ACCESS_TOKEN_KEY'] ?? '', good['CREDENTIAL_KEY'] ?? ''];
    assert.deepEqual(readEnvironment(good).ACCESS_TOKEN_KEY, [first]);
    assert.deepEqual(readEnvironment({ ...good, ACCESS_TOKEN_KEY: `${first}, ${second}` }).ACCESS_TOKEN_KEY, [
      first,
      second,
    ]);
    for (const wrong of [`${first},`, `${first},${first}`, `${first},AAAA`]) {
      assert.match(problemsOf({ ACCESS_TOKEN_KEY: wrong }).join(), /^ACCESS_TOKEN_KEY/, wrong);
    }
  });

  it('has Sandbox on, but not in production unless it is asked for', () => {
    const sandbox = (change: Record<string, string>) => readEnvironment({ ...good, ...change }).SANDBOX;
    assert.equal(sandbox({ NODE_ENV: 'development' }), true);
    assert.equal(sandbox({ NODE_ENV: 'production' }), false);
    assert.equal(sandbox({ NODE_ENV: 'production', SANDBOX: '' }), false);
    assert.equal(sandbox({ NODE_ENV: 'production', SANDBOX: 'true' }), true);
  });

  const zero = Buffer.alloc(32).toString('base64');
  const repeated = Buffer.from('presente'.repeat(4)).toString('base64');
  const twin = Buffer.from(good['ACCESS_TOKEN_KEY'] ?? '', 'base64')
    .subarray(-32)
    .toString('base64');
  const weak: [name: string, change: Record<string, string>, named: string][] = [
    ['of zeros', { KEY_ENCRYPTION_KEY: zero }, 'KEY_ENCRYPTION_KEY'],
    ['that repeats itself', { BLIND_INDEX_KEY: repeated }, 'BLIND_INDEX_KEY'],
    ['for two purposes', { CREDENTIAL_KEY: good['CAPTURE_TOKEN_KEY'] ?? '' }, 'CREDENTIAL_KEY'],
    [
      'in a list',
      { CREDENTIAL_KEY: `${good['CREDENTIAL_KEY'] ?? ''},${good['CAPTURE_TOKEN_KEY'] ?? ''}` },
      'CREDENTIAL_KEY',
    ],
    ['for two purposes in two forms', { BLIND_INDEX_KEY: twin }, 'ACCESS_TOKEN_KEY'],
  ];
  for (const [name, change, named] of weak) {
    it(`refuses a key ${name} in production, and repeats it not`, () => {
      const problems = problemsOf({ ...change, NODE_ENV: 'production' });
      assert.equal(problems.length, 1);
      assert.ok(problems[0]?.startsWith(named));
      for (const key of Object.values(change)) assert.ok(!problems.join().includes(key));
      assert.deepEqual(problemsOf({ ...change, NODE_ENV: 'development' }), []);
    });
  }

  it('refuses faults on purpose in production without a second switch', () => {
    const problems = problemsOf({ NODE_ENV: 'production', FAULTS: 'true' });
    assert.deepEqual(
      problems.map((problem) => problem.split(' ')[0]),
      ['FAULTS'],
    );
    assert.deepEqual(problemsOf({ NODE_ENV: 'production', FAULTS: 'true', FAULTS_IN_PRODUCTION: 'true' }), []);
    assert.deepEqual(problemsOf({ NODE_ENV: 'development', FAULTS: 'true' }), []);
  });

  const proxies: [text: string, means: unknown][] = [
    ['', 0],
    ['2', 2],
    ['loopback, 10.0.0.0/8,2001:db8::/32', ['loopback', '10.0.0.0/8', '2001:db8::/32']],
    ['11', undefined],
    ['true', undefined],
    ['proxy.school.test', undefined],
    ['10.0.0.0/33', undefined],
  ];
  for (const [text, means] of proxies) {
    it(`takes TRUST_PROXY=${text} for ${means === undefined ? 'a mistake' : JSON.stringify(means)}`, () => {
      if (means === undefined) assert.match(problemsOf({ TRUST_PROXY: text }).join(), /^TRUST_PROXY: must be/);
      else assert.deepEqual(readEnvironment({ ...good, TRUST_PROXY: text }).TRUST_PROXY, means);
    });
  }
});
