import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testEnvironment } from '../../test/support/environment.js';
import { EnvironmentError, readEnvironment } from './env.js';

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
});
