import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sharp } from './image-library.js';

const picture = () => sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } });

describe('the image library, hardened', () => {
  const closed: [name: string, bytes: () => Promise<Buffer>][] = [
    ['GIF', () => picture().gif().toBuffer()],
    ['TIFF', () => picture().tiff().toBuffer()],
    ['AVIF', () => picture().avif({ effort: 0 }).toBuffer()],
    ['SVG', () => Promise.resolve(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'))],
  ];
  for (const [name, bytes] of closed) {
    it(`can not even read the header of ${name}`, async () => {
      await assert.rejects(sharp(await bytes()).metadata());
    });
  }

  it('reads JPEG, PNG and WebP from memory, and no file at all', async () => {
    for (const format of ['jpeg', 'png', 'webp'] as const) {
      assert.equal((await sharp(await picture().toFormat(format).toBuffer()).metadata()).format, format);
    }
    await assert.rejects(sharp('node_modules/@vladmandic/face-api/demo/sample1.jpg').metadata());
  });
});
