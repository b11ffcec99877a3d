import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { correlationIdFrom, currentContext, currentCorrelationId, runInContext } from './request-context.js';

describe('the request context', () => {
  it('keeps a well-formed correlation id of the client', () => {
    assert.equal(correlationIdFrom('kiosk-7.2026_11'), 'kiosk-7.2026_11');
  });

  for (const header of [undefined, '', 'short', 'a'.repeat(65), 'forged\nline', '{"level":60}', ['two', 'headers']]) {
    it(`makes a new one for ${JSON.stringify(header)}`, () => {
      assert.match(correlationIdFrom(header), /^[0-9a-f-]{36}$/);
    });
  }

  it('holds through everything that the request awaits, and nowhere else', async () => {
    const seen = await Promise.all(
      ['request-1', 'request-2'].map((correlationId) =>
        runInContext({ correlationId }, async () => {
          await new Promise(setImmediate);
          return currentCorrelationId();
        }),
      ),
    );
    assert.deepEqual(seen, ['request-1', 'request-2']);
    assert.equal(currentContext(), undefined);
    assert.notEqual(currentCorrelationId(), currentCorrelationId());
  });
});
