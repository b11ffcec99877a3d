import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PasswordWeakness, weaknessesOf } from './password-strength.js';
import { generatePassword } from './passwords.js';

const { TOO_SHORT, GUESSABLE, CONTAINS_EMAIL, CONTAINS_NAME } = PasswordWeakness;

describe('the strength of a password', () => {
  const owner = { email: 'm.quiroga@school.test', displayName: 'María José Núñez' };
  const cases: [password: string, weaknesses: PasswordWeakness[]][] = [
    ['purple monkey dishwasher', []],
    ['correct horse battery', []],
    ['x7K#m2pQ9vLw', []],
    ['pájaro lento sin mapa', []],
    ['x7K#m2pQ9vL', [TOO_SHORT]],
    ['', [TOO_SHORT, GUESSABLE]],
    ['password1234', [GUESSABLE]],
    ['Passw0rd!2024', [GUESSABLE]],
    ['iloveyou1234', [GUESSABLE]],
    ['qwertyuiop12', [GUESSABLE]],
    ['123456789012', [GUESSABLE]],
    ['abcdefghijkl', [GUESSABLE]],
    ['aaaaaaaaaaaa', [GUESSABLE]],
    ['Presente2026!', [GUESSABLE]],
    ['administrator1', [GUESSABLE]],
    ['zebra-quiroga-tundra', [CONTAINS_EMAIL]],
    ['zebra-MQuiroga-tundra', [CONTAINS_EMAIL]],
    ['zebra NUÑEZ tundra', [CONTAINS_NAME]],
    ['zebra.nunez.tundra', [CONTAINS_NAME]],
    ['zebra MariaJose tundra', [CONTAINS_NAME]],
    ['Quiroga Núñez', [CONTAINS_EMAIL, CONTAINS_NAME]],
    ['😀😃😄😁😆😅', [TOO_SHORT]],
  ];
  for (const [password, weaknesses] of cases) {
    it(`${password === '' ? 'nothing' : password}: ${weaknesses.join(', ') || 'good'}`, () => {
      assert.deepEqual(weaknessesOf(password, owner), weaknesses);
    });
  }

  it('does not mind two letters of a short name', () => {
    assert.deepEqual(weaknessesOf('purple monkey dishwasher', { email: 'mo@school.test', displayName: 'Li Wa' }), []);
  });

  it('finds every generated password good', () => {
    for (let count = 0; count < 50; count++) assert.deepEqual(weaknessesOf(generatePassword(), owner), []);
  });
});
