import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clientName } from './client-name.js';

describe('clientName', () => {
  const cases: [userAgent: string | undefined, name: string][] = [
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
      'Chrome on Windows',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0', 'Firefox on Linux'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari on iOS',
    ],
    ['node', 'Unknown'],
    ['curl/8.9.1', 'Unknown'],
    ['<script>alert(1)</script>', 'Unknown'],
    ['', 'Unknown'],
    [undefined, 'Unknown'],
    ['Mozilla/5.0 '.repeat(100), 'Unknown'],
  ];
  for (const [userAgent, name] of cases) {
    it(`${userAgent?.slice(0, 40) ?? 'no user agent'}: ${name}`, () => {
      assert.equal(clientName(userAgent), name);
    });
  }
});
