import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CookieOptions } from 'express';
import { readEnvironment } from '../../../config/env.js';
import { testEnvironment } from '../../../../test/support/environment.js';
import { newRefreshToken } from './refresh-tokens.js';
import { SessionCookie } from './session-cookie.js';

type Mode = 'development' | 'production' | 'test';

describe('the cookie of a session', () => {
  const cookieIn = (mode: Mode) =>
    new SessionCookie(readEnvironment({ ...testEnvironment('postgres://127.0.0.1/x'), NODE_ENV: mode }));
  const written = (mode: Mode, host: string) => {
    const set: [name: string, options: CookieOptions][] = [];
    const record = (name: string, _value: string, options: CookieOptions) => set.push([name, options]);
    const res = { cookie: record, clearCookie: record } as never;
    cookieIn(mode).write({ headers: { host }, res }, newRefreshToken(), new Date(Date.now() + 60_000));
    return set.map(([name, { secure }]) => `${name} ${secure === true ? 'Secure' : 'plain'}`).join();
  };

  const secure = '__Secure-presente-refresh Secure';
  const plain = 'presente-refresh plain';
  const cases: [mode: Mode, host: string, expected: string][] = [
    ['development', 'localhost:3000', plain],
    ['development', '127.0.0.1:3000', plain],
    ['development', '[::1]:3000', plain],
    ['development', 'localhost.evil.test', secure],
    ['development', '192.168.1.20:3000', secure],
    ['test', 'localhost:3000', secure],
    ['production', 'localhost:3000', secure],
    ['production', 'presente.school.example', secure],
  ];
  for (const [mode, host, expected] of cases) {
    it(`${mode}, ${host}: ${expected}`, () => {
      assert.equal(written(mode, host), expected);
    });
  }

  it('is found among others, and not under another name', () => {
    const token = newRefreshToken();
    const res = {} as never;
    const read = (cookie: string) => cookieIn('production').read({ headers: { host: 'x', cookie }, res });
    assert.equal(read(`a=b; __Secure-presente-refresh=${token}; c=d`), token);
    for (const other of ['', `presente-refresh=${token}`, `x__Secure-presente-refresh=${token}`, `a="; ${token}`]) {
      assert.equal(read(other), undefined, other);
    }
  });

  it('is none over a socket, where nothing could be set in return', () => {
    const cookie = `__Secure-presente-refresh=${newRefreshToken()}`;
    assert.equal(cookieIn('production').read({ headers: { cookie } }), undefined);
  });
});
