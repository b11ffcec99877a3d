import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OverloadedError } from '../../common/errors/domain-error.js';
import { Sheds } from '../resilience/sheds.js';
import { UploadRoom } from './upload-room.js';

describe('UploadRoom', () => {
  it('has room for so many bytes at once, and again when they have left, also by an error', async () => {
    const sheds = new Sheds();
    const room = new UploadRoom(100, sheds);
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const first = room.hold(60, () => promise);
    await assert.rejects(
      room.hold(41, () => Promise.resolve()),
      (error) => error instanceof OverloadedError && error.code === 'UNAVAILABLE',
    );
    assert.equal(await room.hold(40, () => Promise.resolve('beside it')), 'beside it');
    await assert.rejects(
      room.hold(40, () => Promise.reject(new Error('of the upload'))),
      /of the upload/,
    );
    assert.equal(await room.hold(40, () => Promise.resolve('again')), 'again');
    resolve(undefined);
    await first;
    assert.equal(sheds.of('uploads'), 1);
  });

  it('has room for one upload that is larger than all of it', async () => {
    assert.equal(await new UploadRoom(10, new Sheds()).hold(50, () => Promise.resolve('alone')), 'alone');
  });
});
