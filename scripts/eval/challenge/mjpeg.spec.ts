import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import { splitMjpeg } from './mjpeg.js';

const picture = (width: number, progressive = false): Promise<Buffer> =>
  sharp({
    create: { width, height: 40, channels: 3, background: 'teal', noise: { type: 'gaussian', mean: 99, sigma: 50 } },
  })
    .jpeg({ progressive })
    .toBuffer();

describe('splitMjpeg', () => {
  it('gives the pictures of a file one by one, plain and progressive', async () => {
    const pictures = [await picture(64), await picture(80, true), await picture(96)];
    assert.deepEqual(
      splitMjpeg(Buffer.concat(pictures)).map((one) => Buffer.from(one)),
      pictures,
    );
  });

  it('is not misled by a preview within a picture', async () => {
    const [outer, preview] = [await picture(64), await picture(32)];
    const header = Buffer.from([0xff, 0xe1, (preview.length + 2) >> 8, (preview.length + 2) & 0xff]);
    const withPreview = Buffer.concat([outer.subarray(0, 2), header, preview, outer.subarray(2)]);
    assert.deepEqual(
      splitMjpeg(Buffer.concat([withPreview, outer])).map((one) => Buffer.from(one)),
      [withPreview, outer],
    );
  });

  it('leaves out what is none and what ends too early', async () => {
    const whole = await picture(64);
    const file = Buffer.concat([Buffer.from('--boundary\r\n'), whole, whole.subarray(0, whole.length - 9)]);
    assert.deepEqual(
      splitMjpeg(file).map((one) => Buffer.from(one)),
      [whole],
    );
    assert.deepEqual(splitMjpeg(Buffer.from('nothing')), []);
  });
});
