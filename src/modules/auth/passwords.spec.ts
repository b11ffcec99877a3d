import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { generatePassword, hashPassword, verifyAgainstNobody, verifyPassword } from './passwords.js';

describe('passwords', () => {
  it('are kept as Argon2id with the parameters of the OWASP cheat sheet, salted', async () => {
    const [one, two] = await Promise.all([hashPassword('the same words'), hashPassword('the same words')]);
    assert.match(one, /^\$argon2id\$v=19\$/);
    for (const parameter of ['m=19456', 't=2', 'p=1']) assert.ok(one.split('$')[3]?.split(',').includes(parameter));
    assert.notEqual(one, two);
    assert.equal(await verifyPassword(one, 'the same words'), true);
    assert.equal(await verifyPassword(one, 'The same words'), false);
  });

  it('of nobody never match', async () => {
    assert.equal(await verifyAgainstNobody('somebody'), false);
  });

  it('that are generated have at least 128 bits, and differ', () => {
    const passwords = Array.from({ length: 100 }, generatePassword);
    assert.equal(new Set(passwords).size, 100);
    for (const password of passwords) assert.match(password, /^[\w-]{24}$/);
  });
});
