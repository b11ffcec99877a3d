import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { masked } from './masked.js';

const line = (message: string): string =>
  JSON.stringify({ level: 'error', err: { message, stack: `Error: ${message}` } });
const jpeg = randomBytes(3_000).toString('base64');

describe('a masked line', () => {
  const secrets: Record<string, [message: string, secret: string]> = {
    'a token': ['no handler for eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJBIn0.c2lnbmF0dXJl!', 'eyJzdWIiOiJBIn0'],
    'a bearer': ['header was "Bearer abc.def-0123"', 'abc.def-0123'],
    'a password in a URL': ['connect to postgres://presente:s3same@db:5432/presente failed', 's3same'],
    'an address': ['no user ada.prueba+1@school.example here', 'ada.prueba'],
    'a picture in a URL': [`bad src data:image/jpeg;base64,${jpeg}`, jpeg.slice(0, 40)],
    'a picture as text': [`Unexpected token in "${jpeg}"`, jpeg.slice(100, 140)],
    'a template as text': [
      `bad vector [${Array.from({ length: 512 }, () => '-0.0317').join(', ')}]`,
      '-0.0317, -0.0317',
    ],
  };
  for (const [what, [message, secret]] of Object.entries(secrets)) {
    it(`shows nothing of ${what}, and is still JSON`, () => {
      const text = masked(line(message));
      assert.ok(line(message).includes(JSON.stringify(secret).slice(1, -1)));
      assert.ok(!text.includes(secret), text);
      assert.equal((JSON.parse(text) as { level: string }).level, 'error');
    });
  }

  it('leaves everything else as it is', () => {
    const stack = `TypeError: x\n${'    at f (file:///srv/presente/node_modules/@nestjs/core/router/router-execution-context.js:42:9)\n'.repeat(9)}`;
    for (const text of [line('plain'), line(stack), JSON.stringify({ path: '/graphql', milliseconds: 12.25 })]) {
      assert.equal(masked(text), text);
    }
  });
});
